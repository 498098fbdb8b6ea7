import EvaluationCore
import ModelClients
import Testing

@Suite struct PromptFormTests {
    @Test func `a completion prompt is answered by the completions API`() async throws {
        let prompt = Prompt.completion("def f(x):\n", stop: ["\ndef "])
        let answer = try await withMock("plain~completion") { try await $0.answer(.fixture(prompt: prompt)) }
        #expect(answer.text.contains("answer = "))
        #expect(answer.finish == .stop)
        #expect(answer.servedModel == "mock-1")
        #expect(answer.usage == TokenUsage(input: 11, output: 7))
    }

    @Test func `an unknown family needs a template for filling gaps`() async throws {
        let prompt = Prompt.infill(prefix: "def f(x):\n", suffix: "\nprint(f(1))\n", stop: [])
        let error = await #expect(throws: ModelError.self) {
            try await withMock("plain~infill") { try await $0.answer(.fixture(prompt: prompt)) }
        }
        #expect(error?.kind == .misconfigured)
        #expect(error?.description.contains("incoder, starcoder") == true)
    }

    @Test(arguments: [
        ("facebook/incoder-1B", "A<|mask:0|>B<|mask:1|><|mask:0|>"),
        ("bigcode/starcoder2-3b", "<fim_prefix>A<fim_suffix>B<fim_middle>"),
        ("Qwen/Qwen2.5-Coder-7B", "<|fim_prefix|>A<|fim_suffix|>B<|fim_middle|>"),
        ("codellama/CodeLlama-7b-hf", "<PRE> A <SUF>B <MID>"),
    ])
    func `a family's gap is marked as it was trained`(_ model: String, text: String) {
        #expect(InfillTemplate.suiting(model)?.fill(prefix: "A", suffix: "B") == text)
    }

    @Test func `code that looks like a placeholder stays code`() {
        #expect(
            InfillTemplate.suiting("incoder")?.fill(prefix: "f'{suffix}'", suffix: "{prefix}")
                == "f'{suffix}'<|mask:0|>{prefix}<|mask:1|><|mask:0|>")
    }
}
