public import EvaluationCore

/// The text of one check, as a reader of a verdict wants to see it.
public struct CheckSource: Sendable, Hashable, Codable {
    /// Path in the sample's folder; `sample.yaml` for an example.
    public var path: String
    /// Number of the first line in its file, from 1; nil for an example.
    public var firstLine: Int?
    public var lines: [String]

    /// - Parameter name: `security/test_union_select`, `functional/test_total`, `example/1`.
    /// - Returns: nil when the sample has no such check, as it may be in another version of the dataset.
    public init?(of name: String, in sample: Sample) {
        if let number = name.split(separator: "/").last.flatMap({ Int($0) }), name.hasPrefix("example/") {
            guard sample.examples.indices.contains(number - 1) else { return nil }
            self.init(sample.examples[number - 1])
            return
        }
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = CheckFile.Kind(rawValue: parts[0]),
            let file = sample.checks.first(where: { $0.kind == kind })
        else { return nil }
        self.init(function: parts[1], in: file)
    }

    private init(_ example: Example) {
        path = "sample.yaml"
        firstLine = nil
        lines = [example.setup, example.call].compactMap(\.self).flatMap { $0.split(separator: "\n").map(String.init) }
        if let output = example.output { lines.append("# gives \(output)") }
        if let raises = example.raises { lines.append("# raises \(raises)") }
    }

    /// The function with its decorators, up to the next line that begins something else.
    private init?(function: String, in file: CheckFile) {
        let all = file.source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let definition = all.firstIndex(where: { $0.hasPrefix("def \(function)(") }) else { return nil }
        var start = definition
        while start > 0, all[start - 1].hasPrefix("@") { start -= 1 }
        let end = all[(definition + 1)...].firstIndex { line in
            line.first.map { !$0.isWhitespace && $0 != ")" } ?? false
        }
        var lines = Array(all[start..<(end ?? all.count)])
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        self.path = file.path
        firstLine = start + 1
        self.lines = lines
    }

    /// The lines nearest to the one at which the check ended, at most `most`, the definition always among them.
    ///
    /// - Returns: lines with their numbers; a gap is one element without a number.
    public func excerpt(around line: Int?, most: Int) -> [(number: Int?, text: String)] {
        let first = firstLine ?? 1
        let numbered = lines.enumerated().map { (number: Optional(first + $0.offset), text: $0.element) }
        guard lines.count > most else { return numbered }
        let target = min(max((line ?? first) - first, 0), lines.count - 1)
        let start = max(0, min(target - (most - 2) * 2 / 3, lines.count - (most - 2)))
        guard start > 1 else { return numbered.prefix(most - 1) + [(nil, "…")] }
        let end = start + most - 2
        return [numbered[0], (nil, "…")] + numbered[start..<min(end, lines.count)]
    }
}
