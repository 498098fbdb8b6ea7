/// The table and its notes as HTML, every text escaped. Numbers carry their full value for sorting, and their address
/// for `report --explain`.
///
/// - Parameter link: where a figure with a trace leads, given the trace and the address `table/row/column`; nil for
///   nowhere. It is escaped as an attribute and not judged: whoever makes it of a name encodes the name for an address.
public func htmlTable(_ table: Table, link: (Trace, String) -> String? = { _, _ in nil }) -> String {
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
            let address = "\(table.id)/\(row.id)/\(column.id)"
            let target = cell.trace.flatMap { link($0, address) }
            html += "<td\(attributes(cell, column, address: address))>"
            if let target { html += "<a href=\"\(escapedHTML(target))\">" }
            html += escapedHTML(column.format.string(cell.value))
            if let interval = cell.interval { html += " <span>\(column.format.string(interval))</span>" }
            if target != nil { html += "</a>" }
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
    guard column.format.isNumeric else { return column.isDetail ? " class=\"d\"" : "" }
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
