import Foundation

/// RFC 4180 in UTF-8: one header, one record for each row. A figure with an interval has two more columns, `… lower`
/// and `… upper`; figures are not rounded. Several tables follow each other, an empty line between them.
///
/// A text that a spreadsheet would take for a formula is given an apostrophe (OWASP, "CSV Injection").
public struct CSVRenderer: TableRenderer {
    public init() {}

    public func render(_ tables: [Table], of study: Study) -> String {
        tables.map(render).joined(separator: "\r\n")
    }

    private func render(_ table: Table) -> String {
        let withInterval = table.columns.indices.map { index in
            table.rows.contains { $0.cells[index].interval != nil }
        }
        var header: [String] = ["kind"]
        for (column, hasInterval) in zip(table.columns, withInterval) {
            header.append(column.id)
            if hasInterval { header += ["\(column.id) lower", "\(column.id) upper"] }
        }
        let records = table.rows.map { row in
            var fields = [row.kind.rawValue]
            for (cell, hasInterval) in zip(row.cells, withInterval) {
                fields.append(field(cell.value))
                if hasInterval { fields += [cell.interval?.lower, cell.interval?.upper].map { $0.map(plain) ?? "" } }
            }
            return fields + [quoted(unique(row.cells.flatMap(\.notes)).joined(separator: " "))]
        }
        return ([header.map(quoted) + ["notes"]] + records)
            .map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    private func field(_ value: Cell.Value) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .number(let number): plain(number)
        case .count(let count): String(count)
        case .none: ""
        }
    }

    /// The shortest digits that give the same number again.
    private func plain(_ number: Double) -> String { "\(number)" }

    private func quoted(_ text: String) -> String { csvField(text) }
}

/// A text as one field of a record. What a spreadsheet would take for a formula is given an apostrophe.
public func csvField(_ text: String) -> String {
    var text = text
    // Also after a line break or a space, where some spreadsheets look.
    if let first = text.unicodeScalars.first(where: { $0 != " " }), "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) {
        text = "'" + text
    }
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
}
