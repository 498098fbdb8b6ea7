import EvaluationCore

/// How examples stand in a Problem.
enum ExampleText {
    static func render(_ examples: [Example]) -> String {
        examples.enumerated().map { position, example in
            var lines = ["Example \(position + 1)"]
            if let given = example.given { lines.append("Given: \(given.trimmed)") }
            lines.append("Input: \(example.call.trimmed)")
            lines.append(
                example.raises.map { "Result: raises \($0)" } ?? "Output: \((example.output ?? "").trimmed)")
            return lines.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}

extension String {
    fileprivate var trimmed: Substring {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
