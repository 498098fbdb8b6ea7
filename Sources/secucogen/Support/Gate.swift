import ArgumentParser
import EvaluationCore
import Reports

/// `sec@1=0.5`: a column of the overview and the least value that each of a run's tasks must reach.
struct Gate: ExpressibleByArgument, Sendable {
    let column: String
    let least: Double

    init?(argument: String) {
        let parts = argument.split(separator: "=")
        guard parts.count == 2, let least = Double(parts[1]), least.isFinite else { return nil }
        column = parts[0].lowercased()
        self.least = least
    }

    /// - Throws: exit code 1 with one line when a value is below; `UserError` when there is no such column.
    func check(_ study: Study) throws {
        for table in try study.tables(["overview"]) {
            guard let index = table.columns.firstIndex(where: { $0.id.lowercased() == column }) else {
                let known = table.columns.filter { $0.format.isNumeric }.map(\.id).joined(separator: ", ")
                throw UserError("--fail-under: there is no figure '\(column)'", remedy: "known: \(known)")
            }
            for row in table.rows {
                guard case .number(let value) = row.cells[index].value else {
                    Failure.report("\(row.id): \(column) is not known, and so not \(least)")
                    throw Failure.gate
                }
                guard value >= least else {
                    Failure.report("\(row.id): \(column) is \(value), below \(least)")
                    throw Failure.gate
                }
            }
        }
    }
}
