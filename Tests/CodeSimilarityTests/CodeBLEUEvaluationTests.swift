import CodeSimilarity
import EvaluationCore
import Foundation
import Testing

@Suite struct CodeBLEUEvaluationTests {
    private func references(_ text: String) throws -> [[String]] {
        let data = Data(text.utf8)
        return try CodeBLEUInput.references(data, format: CodeBLEUInput.format(of: data), file: "r.jsonl")
    }

    @Test func `references come as strings, lists and objects`() throws {
        let text = "\"a\"\n[\"b\", \"c\"]\n\n{\"references\": [\"d\"]}\n{\"solution\": \"e\"}\n"
        #expect(try references(text) == [["a"], ["b", "c"], ["d"], ["e"]])
    }

    @Test func `text has one reference a line`() throws {
        #expect(try references("x = 1\r\n\ny = 2\n") == [["x = 1"], [""], ["y = 2"]])
    }

    @Test(arguments: ["{\"a\": 1}", "[1]", "[]", "{", "\"a\" b"])
    func `a line without text is named`(line: String) throws {
        let error = #expect(throws: UserError.self) { try references("\"a\"\n\(line)\n") }
        #expect(error?.description.contains("r.jsonl, line 2") == true)
    }

    @Test func `bytes that are no text are read`() throws {
        let data = Data([0x22, 0xFF, 0x00, 0x22, 0x0A])
        #expect(throws: UserError.self) { try CodeBLEUInput.predictions(data, format: .jsonLines, file: "p") }
        #expect(try CodeBLEUInput.predictions(data, format: .text, file: "p") == ["\"\u{FFFD}\u{0}\""])
    }

    @Test func `two predictions on a line are refused`() throws {
        #expect(throws: UserError.self) {
            try CodeBLEUInput.predictions(Data("[\"a\", \"b\"]".utf8), format: .jsonLines, file: "p")
        }
    }

    @Test func `scores and their mean come with the definition`() throws {
        let result = try CodeBLEUEvaluation(predictions: ["x = 1", "y"], references: [["x = 1"], ["z = 2", "y"]])
        #expect(result.scores.count == 2)
        #expect(result.mean.codeBLEU == (result.scores[0].codeBLEU + result.scores[1].codeBLEU) / 2)
        #expect(result.identity == CodeBLEU().identity)
    }

    @Test func `numbers of lines that differ are refused`() {
        #expect(throws: UserError.self) { try CodeBLEUEvaluation(predictions: ["a"], references: []) }
        #expect(throws: UserError.self) { try CodeBLEUEvaluation(predictions: ["a"], references: [[]]) }
    }
}
