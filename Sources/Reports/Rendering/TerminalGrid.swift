/// A table laid out in columns of characters.
struct TerminalGrid {
    let lines: [String]
    let width: Int

    init(_ table: Table, footnotes: Footnotes, intervals: IntervalChoice) {
        let shown = Self.columnsWithInterval(table, intervals)
        let cells = table.rows.map { row in
            table.columns.indices.map {
                cellText(row.cells[$0], table.columns[$0], withInterval: shown.contains($0))
                    + footnotes.terminalMarks(row.cells[$0], in: row)
            }
        }
        let heads = table.columns.map { withVisibleControls($0.header) }
        var widths = table.columns.indices.map { column in
            ([heads[column]] + cells.map { $0[column] }).map(displayWidth).max() ?? 0
        }
        let spans = GroupSpan.spans(of: table)
        for span in spans {
            let room = widths[span.columns].reduce(0, +) + 2 * (span.columns.count - 1)
            widths[span.columns.upperBound - 1] += max(0, displayWidth(span.title) - room)
        }
        let finalWidths = widths
        func line(_ texts: [String]) -> String {
            let parts = texts.indices.map { index in
                fitted(texts[index], to: finalWidths[index], alignRight: table.columns[index].format.isNumeric)
            }
            return trimmedRight(parts.joined(separator: "  "))
        }
        width = widths.reduce(0, +) + 2 * max(0, widths.count - 1)
        var lines: [String] = []
        if !spans.isEmpty { lines.append(Self.groupLine(spans, widths)) }
        lines.append(line(heads))
        lines.append(String(repeating: "-", count: width))
        var previous: Table.Row.Kind?
        for (row, texts) in zip(table.rows, cells) {
            if let previous, (previous == .average) != (row.kind == .average) {
                lines.append(String(repeating: "-", count: width))
            }
            previous = row.kind
            lines.append(line(texts))
        }
        self.lines = lines
    }

    private static func columnsWithInterval(_ table: Table, _ choice: IntervalChoice) -> Set<Int> {
        let all = table.columns.indices.filter { column in
            table.rows.contains { $0.cells[column].interval != nil }
        }
        return switch choice {
        case .all: Set(all)
        case .main: Set(all.filter { table.columns[$0].isMain })
        case .none: []
        }
    }

    private static func groupLine(_ spans: [GroupSpan], _ widths: [Int]) -> String {
        var line = ""
        for span in spans {
            let start = widths[..<span.columns.lowerBound].reduce(0) { $0 + $1 + 2 }
            line += String(repeating: " ", count: max(0, start - displayWidth(line)))
            line += span.title
        }
        return line
    }
}

private func trimmedRight(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
}
