/// GitHub's tables. Headings over columns go into the column's own header, since Markdown has one header line.
public struct MarkdownRenderer: TableRenderer {
    public init() {}

    public func render(_ tables: [Table], of study: Study) -> String {
        tables.map(render).joined(separator: "\n")
    }

    private func render(_ table: Table) -> String {
        let footnotes = Footnotes(table)
        var lines = ["## \(escapedMarkdown(table.title))", ""]
        lines.append(line(table.columns.map { escapedMarkdown($0.fullHeader) }))
        lines.append(line(table.columns.map { $0.format.isNumeric ? "---:" : "---" }))
        for row in table.rows {
            lines.append(
                line(
                    zip(row.cells, table.columns).map { cell, column in
                        let text = cellText(cell, column)
                        let marks = footnotes.marks(cell)
                        return escapedMarkdown(text) + (marks.isEmpty ? "" : "<sup>\(marks)</sup>")
                    }))
        }
        lines.append("")
        let notes =
            footnotes.lettered.map { "<sup>\($0.mark)</sup> \(escapedMarkdown($0.note))" }
            + table.notes.map(escapedMarkdown)
        for note in notes { lines += [note, ""] }
        return lines.joined(separator: "\n")
    }

    private func line(_ cells: [String]) -> String {
        "| \(cells.joined(separator: " | ")) |"
    }
}

/// Nothing of the text is Markdown or HTML any more.
func escapedMarkdown(_ text: String) -> String {
    withVisibleControls(text).reduce(into: "") { result, character in
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!": result += "\\\(character)"
        default: result.append(character)
        }
    }
}
