import CodeSimilarity
import EvaluationCore
import Testing

@Suite struct PythonHighlighterTests {
    private func pieces(_ code: String) -> [String] {
        let bytes = Array(code.utf8)
        return PythonHighlighter().ranges(in: code).map { range in
            "\(range.kind.rawValue) \(String(decoding: bytes[range.bytes], as: UTF8.self))"
        }
    }

    @Test(arguments: [
        ("def f(a):\n    return None", ["keyword def", "definition f", "keyword return", "keyword None"]),
        ("x = 1.5 # not 'a string'", ["number 1.5", "comment # not 'a string'"]),
        ("print('# no comment', f\"{a + 1}\")", ["string '# no comment'", "string f\"{a + 1}\""]),
        ("class Ä: pass", ["keyword class", "definition Ä", "keyword pass"]),
        ("a if b else c", ["keyword if", "keyword else"]), ("", []), ("\u{1F600} = 'ü'", ["string 'ü'"]),
    ])
    func `names what the parts of a program are`(code: String, expected: [String]) {
        #expect(pieces(code) == expected)
    }

    @Test(arguments: ["def f(:\n  x ='", "<script>alert(1)</script>", "\u{0}\u{1B}[31m", "((((((((((", "'''open"])
    func `ranges of any text are in order and do not overlap`(code: String) {
        let ranges = PythonHighlighter().ranges(in: code)
        for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.bytes.upperBound <= next.bytes.lowerBound) }
        #expect(ranges.allSatisfy { $0.bytes.upperBound <= code.utf8.count })
    }
}
