import Reports

/// Two programs beside each other, equal lines on one level.
struct DiffMarkup {
    /// Beyond this many lines together the programs are shown without looking for equal ones.
    private static let mostLines = 4000

    func markup(_ first: String, _ second: String) -> Markup {
        let (left, right) = (lines(first), lines(second))
        var html = "<table class=\"diff\"><thead class=\"hidden\"><tr><th>First</th><th>Second</th></tr></thead><tbody>"
        for (before, after) in pairs(left, right) {
            let isEqual = before == after
            html += "<tr>\(cell(before, isEqual ? "" : "gone"))\(cell(after, isEqual ? "" : "new"))</tr>"
        }
        return Markup(html: html + "</tbody></table>")
    }

    private func cell(_ line: String?, _ kind: String) -> String {
        guard let line else { return "<td class=\"none\"></td>" }
        let mark =
            kind == "gone"
            ? "<span class=\"hidden\">removed: </span>" : kind == "new" ? "<span class=\"hidden\">added: </span>" : ""
        return "<td class=\"\(kind)\">\(mark)\(escaped(line))</td>"
    }

    private func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    private func pairs(_ first: [String], _ second: [String]) -> [(String?, String?)] {
        guard first.count + second.count <= Self.mostLines else {
            return (0..<max(first.count, second.count)).map { index in
                (index < first.count ? first[index] : nil, index < second.count ? second[index] : nil)
            }
        }
        return alignedLines(first, second)
    }
}
