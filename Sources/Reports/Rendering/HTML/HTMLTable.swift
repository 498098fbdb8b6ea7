/// The table and its notes. Numbers carry their full value for sorting, and their address for `report --explain`.
///
/// - Parameter link: where a figure leads; nil for nowhere.
package func htmlTable(_ table: Table, link: (Cell) -> String? = { _ in nil }) -> String {
    let footnotes = Footnotes(table)
    let id = escapedHTML(table.id)
    var html = "<div class=\"scroll\"><table>\n<thead>\n" + groupRow(table)
    html += "<tr>"
    for column in table.columns {
        html += "<th scope=\"col\"\(column.format.isNumeric ? " class=\"n\"" : "")>\(escapedHTML(column.header))</th>"
    }
    html += "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows {
        html += "<tr class=\"\(row.kind.rawValue)\">"
        for (cell, column) in zip(row.cells, table.columns) {
            html += "<td\(attributes(cell, column, address: "\(table.id)/\(row.id)/\(column.id)"))>"
            let text = escapedHTML(column.format.string(cell.value))
            html += link(cell).map { "<a href=\"\(escapedHTML($0))\">\(text)</a>" } ?? text
            if let interval = cell.interval { html += " <span>\(column.format.string(interval))</span>" }
            let marks = footnotes.marks(cell)
            if !marks.isEmpty { html += "<sup>\(marks)</sup>" }
            html += "</td>"
        }
        html += "</tr>\n"
    }
    html += "</tbody>\n</table></div>\n"
    let notes =
        footnotes.lettered.map { "<li id=\"\(id)-\($0.mark)\"><sup>\($0.mark)</sup> \(escapedHTML($0.note))</li>" }
        + table.notes.map { "<li>\(escapedHTML($0))</li>" }
    if !notes.isEmpty { html += "<ul class=\"notes\">\n\(notes.joined(separator: "\n"))\n</ul>\n" }
    return html
}

private func groupRow(_ table: Table) -> String {
    let spans = GroupSpan.spans(of: table)
    guard !spans.isEmpty else { return "" }
    var html = "<tr>"
    var next = 0
    for span in spans {
        html += String(repeating: "<td></td>", count: span.columns.lowerBound - next)
        html += "<th scope=\"colgroup\" class=\"g\" colspan=\"\(span.columns.count)\">\(escapedHTML(span.title))</th>"
        next = span.columns.upperBound
    }
    return html + String(repeating: "<td></td>", count: table.columns.count - next) + "</tr>\n"
}

private func attributes(_ cell: Cell, _ column: Table.Column, address: String) -> String {
    guard column.format.isNumeric else { return "" }
    let trace = cell.trace == nil ? "" : " title=\"\(escapedHTML(address))\""
    return switch cell.value {
    case .number(let number): " class=\"n\" data-v=\"\(number)\"\(trace)"
    case .count(let count): " class=\"n\" data-v=\"\(count)\"\(trace)"
    case .text, .none: " class=\"n\""
    }
}

/// Text for the inside of an element or of a quoted attribute.
func escapedHTML(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E || "&<>\"'".utf8.contains($0) }) else { return text }
    return withVisibleControls(text).reduce(into: "") { result, character in
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.append(character)
        }
    }
}
