import CodeSimilarity
import EvaluationCore
import Testing

@Suite struct FuzzTests {
    private static let inputs = 100_000

    @Test func `no input crashes, and every score is a number from 0 to 1`() {
        var random = TestRandom(seed: 2009_10297)
        let metrics = [CodeBLEU(), CodeBLEU(mode: .strict)]
        var previous = "def f(a):\n    return a"
        for number in 0..<Self.inputs {
            let text =
                number.isMultiple(of: 5)
                ? Self.bytes(&random) : random.text(from: codeFragments, parts: 8)
            let score = metrics[number % 2].score(
                text, against: number.isMultiple(of: 3) ? [previous, text] : [previous])
            let parts = [
                score.codeBLEU, score.ngramMatch, score.weightedNgramMatch, score.syntaxMatch, score.dataFlowMatch,
            ]
            if !parts.allSatisfy({ $0.isFinite && $0 >= 0 && $0 <= 1 + 1e-12 }) {
                Issue.record("input \(number): \(text.debugDescription) gives \(score)")
                return
            }
            previous = text
        }
    }

    @Test func `no text crashes the extraction, and what it keeps comes from the text`() {
        var random = TestRandom(seed: 434)
        let extractor = PythonCodeExtractor()
        for number in 0..<10_000 {
            let text = random.text(from: codeFragments, parts: 16)
            let prefix = number.isMultiple(of: 4) ? "import os\n\ndef f(a):\n" : nil
            guard let extracted = extractor.extract(from: text, after: prefix, entryPoints: ["f"]) else { continue }
            let known = Set(((prefix ?? "") + text).unicodeScalars)
            if !Set(extracted.code.unicodeScalars).subtracting(known).subtracting([" ", "\n"]).isEmpty {
                Issue.record("input \(number): \(text.debugDescription) gives \(extracted.code.debugDescription)")
                return
            }
        }
    }

    private static func bytes(_ random: inout TestRandom) -> String {
        let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
