/// Tables for a terminal or a log, in plain characters or in colours.
///
/// All intervals are shown where they fit in, else those of the main columns. What is still too wide becomes several
/// grids below each other, and long texts take several lines: nothing is cut.
public struct TerminalRenderer: TableRenderer {
    /// Columns of the terminal, at least 60.
    public var width: Int
    public var palette: Palette

    public init(width: Int = 120, palette: Palette = .plain) {
        self.width = max(60, width)
        self.palette = palette
    }

    public func render(_ tables: [Table], of study: Study) -> String {
        tables.map(render).joined(separator: "\n")
    }

    func render(_ table: Table) -> String {
        let footnotes = Footnotes(table)
        var lines = wrapped(withVisibleControls(table.title), to: width).map { palette.painted($0, .strong) } + [""]
        lines += TerminalLayout.best(table, footnotes, room: width, palette).lines
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
