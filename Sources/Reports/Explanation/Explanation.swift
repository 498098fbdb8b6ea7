public import EvaluationCore

/// The attempts behind one figure of a table.
public struct Explanation: Sendable, Hashable, Codable {
    /// `table2/openai/gpt-4o/sec@1`: table, row, column; a row's name may hold slashes.
    public var address: String
    /// As the table shows it.
    public var figure: String
    public var cell: Cell
    public var attempts: [TracedAttempt]
}

extension Study {
    /// - Throws: `UserError` for an address that is none, or a figure that does not come from attempts.
    public func explain(_ address: String) throws -> Explanation {
        guard let start = address.firstIndex(of: "/"), let end = address.lastIndex(of: "/"), start < end else {
            throw UserError(
                "'\(address)' is no address of a cell",
                remedy: "write table/row/column, such as overview/NAME/generate/sec@1")
        }
        let (rowID, columnID) = (address[address.index(after: start)..<end], address[address.index(after: end)...])
        let table = try tables([String(address[..<start])])[0]
        guard let row = table.rows.first(where: { $0.id == rowID }) else {
            throw UserError("\(table.id) has no row '\(rowID)'", remedy: "its rows are \(list(table.rows.map(\.id)))")
        }
        guard let column = table.columns.firstIndex(where: { $0.id == columnID }) else {
            throw UserError(
                "\(table.id) has no column '\(columnID)'", remedy: "its columns are \(list(table.columns.map(\.id)))")
        }
        let cell = row.cells[column]
        guard let trace = cell.trace else {
            throw UserError(
                "\(address) is not computed from attempts", remedy: "ask for a figure such as SEC@1 in the row of a run"
            )
        }
        return Explanation(
            address: address, figure: cellText(cell, table.columns[column]), cell: cell,
            attempts: attempts(behind: trace))
    }
}

private func list(_ names: [String]) -> String {
    names.prefix(40).joined(separator: ", ") + (names.count > 40 ? ", …" : "")
}

extension Explanation {
    /// For any renderer.
    ///
    /// - Parameter evidence: what an attempt was judged by, in one line, which a study does not hold; nil where nothing
    ///   is known.
    public func table(_ study: Study, evidence: (AttemptKey) throws -> String?) rethrows -> Table {
        var table = Table(
            id: "explanation", title: "\(address) = \(figure)",
            columns: [
                .init("sample", "Sample"), .init("title", "Title"), .init("subject", "Shown"),
                .init("attempt", "Attempt", format: .count), .init("judgement", "Judged"),
                .init("codebleu", "CodeBLEU", format: .decimals(2)),
                .init("sandbox-level", "Level", format: .count),
                .init("evidence", "Evidence", isDetail: true),
            ],
            notes: cell.notes)
        if let trace = cell.trace {
            table.notes.append(
                "From \(study.names[trace.run]) in \(study.runs[trace.run].path), task \(trace.task.rawValue).")
        }
        table.notes.append("Level: of the sandbox.")
        table.rows = try attempts.map { attempt in
            var (codeBLEU, level) = (Cell.none, Cell.none)
            if case .code(_, _, let found, let similarity)? = attempt.result?.score {
                codeBLEU = Cell(.number(100 * similarity))
                level = Cell(found.map { .count($0) } ?? .none)
            }
            let key = attempt.key
            return Table.Row(
                id: "\(key.sample)/\(key.subject.rawValue)/\(key.index)", kind: .model,
                cells: [
                    Cell(.text(key.sample.description)), Cell(.text(study.titles[key.sample] ?? "")),
                    Cell(.text(key.subject.rawValue)), Cell(.count(key.index + 1)),
                    Cell(.text(attempt.judgement), verdict: attempt.verdict), codeBLEU, level,
                    attempt.result == nil ? .none : Cell(try evidence(key).map { .text($0) } ?? .none),
                ])
        }
        return table
    }
}
