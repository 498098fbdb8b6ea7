/// A table laid out in columns of characters.
struct TerminalGrid {
    let lines: [String]
    let width: Int

    /// - Parameters:
    ///   - room: columns of characters there are; texts are cut to fit in if that leaves them `leastText`.
    init(_ table: Table, footnotes: Footnotes, intervals: IntervalChoice, room: Int, leastText: Int) {
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
        Self.shrink(&widths, table, room: room, leastText: leastText)
        let spans = GroupSpan.spans(of: table)
        for span in spans {
            let room = widths[span.columns].reduce(0, +) + 2 * (span.columns.count - 1)
            widths[span.columns.upperBound - 1] += max(0, displayWidth(span.title) - room)
        }
        let finalWidths = widths
        func line(_ texts: [String]) -> String {
            let parts = texts.indices.map { index in
                fitted(
                    cutInTheMiddle(texts[index], to: finalWidths[index]), to: finalWidths[index],
                    alignRight: table.columns[index].format.isNumeric)
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

    /// Takes from the widest column of texts until the row fits or every such column is as narrow as allowed.
    private static func shrink(_ widths: inout [Int], _ table: Table, room: Int, leastText: Int) {
        let texts = table.columns.indices.filter { !table.columns[$0].format.isNumeric }
        while widths.reduce(0, +) + 2 * (widths.count - 1) > room,
            let widest = texts.max(by: { widths[$0] < widths[$1] }), widths[widest] > leastText
        {
            widths[widest] -= 1
        }
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

/// Names of models differ at both ends.
private func cutInTheMiddle(_ text: String, to width: Int) -> String {
    guard displayWidth(text) > width else { return text }
    var (start, end) = (text, text)
    while displayWidth(start) > width / 2 { start.removeLast() }
    while displayWidth(end) > width - 1 - displayWidth(start) { end.removeFirst() }
    return "\(start)…\(end)"
}

private func trimmedRight(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
}
