import EvaluationCore
import EvaluationEngine
import Testing

@Suite struct PromptDigestTests {
    @Test func `a digest stays what it was, so that runs of different versions can be compared`() {
        #expect(
            Prompt.chat([ChatMessage(role: .user, content: "é")]).digest
                == "37a144b52be3dce8d242dfe078abe82cd1b24c0a92abaf6381c49468671ef1f9")
    }

    @Test func `form, roles, texts and their borders all count`() {
        let prompts: [Prompt] = [
            .chat([ChatMessage(role: .user, content: "ab")]), .chat([ChatMessage(role: .system, content: "ab")]),
            .chat([ChatMessage(role: .user, content: "a"), ChatMessage(role: .user, content: "b")]),
            .completion("ab", stop: []), .completion("a", stop: ["b"]), .infill(prefix: "ab", suffix: "", stop: []),
            .infill(prefix: "a", suffix: "b", stop: []), .infill(prefix: "a", suffix: "", stop: ["b"]),
        ]
        #expect(Set(prompts.map(\.digest)).count == prompts.count)
    }
}
