/// Some columns of a table in columns of characters.
struct TerminalGrid {
    private let layout: TerminalLayout
    private let columns: [Int]
    private let widths: [Int]
    private let spans: [GroupSpan]
    private let withDetails: Bool

    init(_ layout: TerminalLayout, _ columns: [Int], withDetails: Bool) {
        (self.layout, self.columns, self.withDetails) = (layout, columns, withDetails)
        spans = GroupSpan.spans(of: columns.map { layout.table.columns[$0] })
        var widths = columns.map { layout.widths[$0] }
        for span in spans {
            let room = widths[span.columns].reduce(0, +) + 2 * (span.columns.count - 1)
            widths[span.columns.upperBound - 1] += max(0, displayWidth(span.title) - room)
        }
        self.widths = widths
    }

    var lines: [String] {
        let table = layout.table
        let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * max(0, widths.count - 1))
        var lines = spans.isEmpty ? [] : [groupLine]
        lines += grid(layout.heads) { table.columns[$0].verdict.map { Palette.Role($0) } }
        lines.append(rule)
        var previous: Table.Row.Kind?
        for (row, texts) in zip(table.rows, layout.texts) {
            if let previous, (previous == .average) != (row.kind == .average) { lines.append(rule) }
            previous = row.kind
            lines += grid(texts) { row.cells[$0].verdict.map { Palette.Role($0) } }
            if withDetails { lines += details(texts) }
        }
        return lines
    }

    /// As many lines as the longest text needs; figures stand in the first.
    private func grid(_ texts: [String], _ role: (Int) -> Palette.Role?) -> [String] {
        let broken = zip(columns, widths).map { column, width in wrapped(texts[column], to: width) }
        return (0..<max(1, broken.map(\.count).max() ?? 1)).map { number in
            let parts = columns.indices.map { index in
                let text = number < broken[index].count ? broken[index][number] : ""
                let padding = String(repeating: " ", count: max(0, widths[index] - displayWidth(text)))
                let painted = role(columns[index]).map { layout.palette.painted(text, $0) } ?? text
                let isNumeric = layout.table.columns[columns[index]].format.isNumeric
                return isNumeric ? padding + painted : painted + padding
            }
            return trimmedRight(parts.joined(separator: "  "))
        }
    }

    private func details(_ texts: [String]) -> [String] {
        let details = layout.table.columns.indices.filter { layout.table.columns[$0].isDetail && texts[$0] != "-" }
        return details.flatMap { wrapped(texts[$0], to: layout.room - 4).map { "    \($0)" } }
    }

    private var groupLine: String {
        var line = ""
        for span in spans {
            let start = widths[..<span.columns.lowerBound].reduce(0) { $0 + $1 + 2 }
            line += String(repeating: " ", count: max(0, start - displayWidth(line)))
            line += span.title
        }
        return line
    }
}

func trimmedRight(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
}
