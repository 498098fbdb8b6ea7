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
        let spans = Self.groupSpans(table)
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
        for (row, texts) in zip(table.rows, cells) {
            if row.kind == .average, lines.count > 3, table.rows.first(where: { $0.kind == .average })?.id == row.id {
                lines.append(String(repeating: "-", count: width))
            }
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
        case .first: Set(all.prefix(1))
        case .none: []
        }
    }

    private struct Span {
        var title: String
        var columns: Range<Int>
    }

    private static func groupSpans(_ table: Table) -> [Span] {
        var spans: [Span] = []
        for (index, column) in table.columns.enumerated() {
            guard let group = column.group else { continue }
            if let last = spans.last, last.title == group, last.columns.upperBound == index {
                spans[spans.count - 1].columns = last.columns.lowerBound..<(index + 1)
            } else {
                spans.append(Span(title: group, columns: index..<(index + 1)))
            }
        }
        return spans
    }

    private static func groupLine(_ spans: [Span], _ widths: [Int]) -> String {
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
