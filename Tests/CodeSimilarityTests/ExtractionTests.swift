import CodeSimilarity
import EvaluationCore
import Testing

@Suite struct ExtractionTests {
    private let extractor = PythonCodeExtractor()

    @Test(arguments: messageExamples)
    func `code is found in a message`(_ example: ExtractionExample) throws {
        try check(example)
    }

    @Test(arguments: reachExamples)
    func `what the entry points reach stays`(_ example: ExtractionExample) throws {
        try check(example)
    }

    @Test(arguments: completionExamples)
    func `a completion is joined to its prompt and ends with the function`(_ example: ExtractionExample) throws {
        try check(example)
    }

    private func check(_ example: ExtractionExample) throws {
        let extracted = try #require(
            extractor.extract(from: example.text, after: example.prefix, entryPoints: example.entryPoints))
        for part in example.keeps { #expect(extracted.code.contains(part), "\(extracted.code)") }
        for part in example.cuts { #expect(!extracted.code.contains(part), "\(extracted.code)") }
    }

    @Test(arguments: ["", " \n", "I cannot help with that.", "No.\n\nSorry", "1. Do this\n2. Do that"])
    func `text without code gives nothing`(text: String) {
        #expect(extractor.extract(from: text, after: nil, entryPoints: ["find"]) == nil)
    }

    @Test func `what was cut is kept, in order, with the reason`() throws {
        let text = "Hello.\n```python\nimport re\n\ndef find(a):\n    return a\n\nprint(find(1))\n```\nBye."
        let extracted = try #require(extractor.extract(from: text, after: nil, entryPoints: ["find"]))
        #expect(extracted.code == "import re\n\ndef find(a):\n    return a\n")
        #expect(
            extracted.removed == [
                RemovedText("Hello.\n```python", .words), RemovedText("print(find(1))", .notReached),
                RemovedText("```\nBye.", .words),
            ])
    }
}
