import EvaluationCore

/// One bar that shows how many attempts got which verdict, all of them, with the numbers beside it.
struct VerdictBar {
    private let counts: [(name: String, count: Int)]
    private let total: Int

    init(_ rows: [AttemptRow]) {
        var found: [String: Int] = [:]
        for row in rows where row.key.task.yieldsCode { found[row.judged, default: 0] += 1 }
        let order = Verdict.Kind.allCases.map(\.rawValue) + ["not scored", "missing"]
        counts = order.compactMap { name in found[name].map { (name, $0) } }
        total = counts.reduce(0) { $0 + $1.count }
    }

    /// Empty where no attempt yields code.
    var markup: Markup {
        guard total > 0 else { return Markup(html: "") }
        let width = 1000.0
        var (html, x) = ("", 0.0)
        for (name, count) in counts {
            let part = width * Double(count) / Double(total)
            html +=
                "<rect class=\"v-\(className(name))\" x=\"\(x.fixed(2))\" y=\"0\" width=\"\(part.fixed(2))\" height=\"14\"/>"
            x += part
        }
        let words = counts.map { "\($0.count) \($0.name)" }
        let legend = counts.map {
            "<span class=\"key\"><span class=\"dot v-\(className($0.name))\"></span>\($0.count) \(escaped($0.name))</span>"
        }
        return Markup(
            html: """
                <svg class="verdicts" role="img" aria-label="\(escaped(words.joined(separator: ", ")))" \
                viewBox="0 0 1000 14" preserveAspectRatio="none">\(html)</svg><span class="legend">\(legend.joined())</span>
                """)
    }

    private func className(_ name: String) -> String { name.replacing(" ", with: "-") }
}
