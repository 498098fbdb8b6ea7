import EvaluationCore
import Testing

@Suite struct AnswerPartsTests {
    @Test(
        arguments: [
            ("<think>\nhm\n</think>\n\nx = 1\n", "hm", "x = 1"),
            ("hm\n</think>\nx = 1\n", "hm", "x = 1"),
            ("\n<think>never ends", "never ends", ""),
            ("<think></think>x", nil, "x"),
            ("x = 1", nil, "x = 1"),
            ("x = '<think>a</think>'", nil, "x = '<think>a</think>'"),
            ("# drop all up to </think>\nx = 1", nil, "# drop all up to </think>\nx = 1"),
            ("[THINK]a[/THINK]b", "a", "b"),
            ("x[think]", nil, "x[think]"),
            (
                "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>b<|return|>", "a",
                "b"
            ),
            ("<|channel|>analysis<|message|>a", "a", ""),
            ("analysisWe see.assistantfinalb", "analysisWe see.", "b"),
            ("analysisWe never end", "analysisWe never end", ""),
            ("Thinking...\nhm\n...done thinking.\n\nb", "hm", "b"),
            ("<|channel|>commentary<|message|>b<|end|>", nil, "b"),
            ("analysis of it all", nil, "analysis of it all"),
        ] as [(String, String?, String)])
    func `thought and answer are told apart`(_ text: String, thought: String?, answer: String) {
        let parts = AnswerParts(text)
        #expect(parts.text.filter { !$0.isWhitespace } == answer.filter { !$0.isWhitespace })
        if let thought {
            #expect(parts.thinking?.contains(thought) == true)
        } else {
            #expect(parts.thinking?.contains { $0.isLetter } != true || text.hasPrefix("<think></think>"))
        }
    }

    @Test func `lines end as Python reads them`() {
        #expect(AnswerParts("a\rb\r\nc\nd").text == "a\nb\nc\nd")
    }

    @Test func `nothing is lost: what is not in the answer was removed`() {
        let text = "<think>why</think><|im_start|>assistant\nx = 1<|im_end|>\n<|im_start|>user\nmore"
        let parts = AnswerParts(text)
        #expect(parts.text.contains("x = 1"))
        #expect(parts.removed.map(\.text).joined().contains("more"))
        #expect(parts.removed.map(\.text).joined().contains("why"))
    }
}
