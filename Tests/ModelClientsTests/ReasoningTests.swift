import EvaluationCore
import ModelClients
import Testing

@Suite struct ReasoningTests {
    @Test(arguments: [
        ("<think>\nhm\n</think>\n\nx = 1\n", "hm", "x = 1\n"),
        ("hm\n</think>\nx = 1\n", "hm", "x = 1\n"),
        ("\n<think>never ends", "never ends", ""),
        ("<think></think>x", nil, "x"),
        ("x = 1", nil, "x = 1"),
        ("x = '<think>a</think>'", nil, "x = '<think>a</think>'"),
    ])
    func `thought and answer are told apart`(_ text: String, thought: String?, answer: String) {
        let parts = ThoughtAndAnswer(text)
        #expect(parts.reasoning == thought)
        #expect(parts.answer == answer)
    }

    @Test func `a served model's thought does not get into its answer`() async throws {
        let answer = try await withMock("thinking:always") { try await $0.answer(.fixture()) }
        #expect(answer.reasoning == "hm, hm")
        #expect(answer.text.hasPrefix("```python"))
    }
}
