import EvaluationCore

/// A table of the report: one file here, one line in `builtIn`, one snapshot in the tests.
///
/// An implementation holds no state. Its figures come from `CodeMeasure` and `LabelMeasure`, so that intervals, marks
/// and traces are alike in all tables; a run that did not run the table's tasks has no row. Every implementation
/// passes the contract test in `Tests/ReportsTests/Tables`.
public protocol ReportTable: Sendable {
    /// What `--table` calls it.
    var id: String { get }
    /// One line for a list of tables.
    var summary: String { get }

    func make(_ study: Study) -> Table
}

/// The tables there are, in the order of a full report.
public let builtInTables: [any ReportTable] = [
    OverviewTable(),
    LabelOverviewTable(),
    DatasetTable(),
    GenerationTable(),
    AwareGenerationTable(),
    RepairTable(),
    ExplainedRepairTable(),
    TypeTable(),
    ClassificationTable(),
    CausesTable(),
    StrategyTable(),
]

extension Study {
    /// How far the checks agree with people, when those were asked.
    private var agreementWithPeople: [Table] {
        guard let people else { return [] }
        return agreementTables(people.items).filter { ["review-verdicts", "review-secure"].contains($0.id) }
    }

    /// - Parameter ids: nil for all. Tables without a row are left out unless asked for by name.
    /// - Throws: `UserError` for an unknown table.
    public func tables(_ ids: [String]? = nil) throws -> [Table] {
        guard let ids else {
            return builtInTables.map { $0.make(self) }.filter { !$0.rows.isEmpty } + agreementWithPeople
        }
        return try ids.map { id in
            guard let table = builtInTables.first(where: { $0.id == id }) else {
                throw UserError(
                    "there is no table '\(id)'",
                    remedy: "the tables are \(builtInTables.map(\.id).joined(separator: ", "))")
            }
            return table.make(self)
        }
    }
}
