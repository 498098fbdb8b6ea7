/// Tables for a terminal or a log, in plain characters.
///
/// In a table that is too wide texts are cut, then all intervals but those of the main columns go, then these; if that
/// does not help, each row is set as a list.
public struct TerminalRenderer: TableRenderer {
    /// Columns of the terminal, at least 60.
    public var width: Int

    public init(width: Int = 120) {
        self.width = max(60, width)
    }

    public func render(_ tables: [Table], of study: Study) -> String {
        tables.map(render).joined(separator: "\n")
    }

    func render(_ table: Table) -> String {
        let footnotes = Footnotes(table)
        let layouts = IntervalChoice.allCases.lazy.map { intervals in
            TerminalGrid(
                table, footnotes: footnotes, intervals: intervals, room: width,
                leastText: intervals == .none ? 12 : 18)
        }
        var lines = wrapped(withVisibleControls(table.title), to: width) + [""]
        if let grid = layouts.first(where: { $0.width <= width }) {
            lines += grid.lines
        } else {
            lines += records(table, footnotes)
        }
        lines.append("")
        if table.rows.contains(where: { row in row.cells.contains { footnotes.terminalMarks($0, in: row) == "*" } }) {
            lines.append("*  see the notes on the first cell of the row")
        }
        for (mark, note) in footnotes.lettered { lines += paragraph(note, mark: "\(mark)  ") }
        for note in table.notes { lines += paragraph(note, mark: "") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func paragraph(_ text: String, mark: String) -> [String] {
        wrapped(withVisibleControls(text), to: width - mark.count).enumerated().map { index, line in
            (index == 0 ? mark : String(repeating: " ", count: mark.count)) + line
        }
    }

    /// One block for each row, one line for each of its cells.
    private func records(_ table: Table, _ footnotes: Footnotes) -> [String] {
        let heads = table.columns.map { withVisibleControls($0.fullHeader) }
        let head = min(heads.map(displayWidth).max() ?? 0, width / 2)
        return table.rows.flatMap { row in
            zip(heads, table.columns).enumerated().map { index, column in
                let text =
                    cellText(row.cells[index], column.1)
                    + footnotes.terminalMarks(row.cells[index], in: row)
                let shown =
                    displayWidth(text) > width - head - 2 ? fitted(text, to: width - head - 2, alignRight: false) : text
                return fitted(column.0, to: head, alignRight: false) + "  " + shown
            } + [""]
        }
    }
}

enum IntervalChoice: CaseIterable {
    case all, main, none
}

/// Value and interval of a cell in one line, without marks.
func cellText(_ cell: Cell, _ column: Table.Column, withInterval: Bool = true) -> String {
    let value = withVisibleControls(column.format.string(cell.value))
    guard withInterval, let interval = cell.interval else { return value }
    return "\(value) \(column.format.string(interval))"
}

extension Footnotes {
    /// Letters after the first cell of a row; a star after those whose notes are all among these, to keep columns
    /// narrow.
    func terminalMarks(_ cell: Cell, in row: Table.Row) -> String {
        guard !cell.notes.isEmpty else { return "" }
        let isFirst = row.cells.first == cell
        return !isFirst && Set(cell.notes).isSubset(of: row.cells[0].notes) ? "*" : " (\(marks(cell)))"
    }
}

extension Table.Column {
    /// The header with the heading above it.
    var fullHeader: String {
        group.map { "\($0): \(header)" } ?? header
    }
}
