/// One step of the dialogue that led to an attempt.
public struct AttemptStep: Sendable, Hashable, Codable {
    /// From 0.
    public var number: Int
    /// What it was for: `draft`, `tests`, `run-tests`.
    public var name: String
    public var content: Content

    public enum Content: Sendable, Hashable, Codable {
        case answered(Prompt, ModelAnswer)
        /// The model cannot answer this prompt.
        case refused(Prompt, reason: String)
        /// What a tool was given and what it found, as JSON.
        case tool(input: String, output: String)
    }

    public init(number: Int, name: String, content: Content) {
        self.number = number
        self.name = name
        self.content = content
    }

    /// Of a step that asked the model.
    public var prompt: Prompt? {
        switch content {
        case .answered(let prompt, _), .refused(let prompt, _): prompt
        case .tool: nil
        }
    }

    public var answer: ModelAnswer? {
        if case .answered(_, let answer) = content { answer } else { nil }
    }
}
