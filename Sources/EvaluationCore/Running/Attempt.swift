/// One model answer to one prompt.
public struct Attempt: Sendable, Hashable, Codable {
    public var key: AttemptKey
    /// SHA-256 of the prompt as sent, lower-case hex.
    public var promptDigest: String
    public var outcome: Outcome

    public enum Outcome: Sendable, Hashable, Codable {
        case answered(ModelAnswer)
        /// The model cannot answer this prompt and another try would not help (the prompt is too long, say). Scored as no code.
        case refused(String)
    }

    public var answer: ModelAnswer? {
        if case .answered(let answer) = outcome { answer } else { nil }
    }

    public init(key: AttemptKey, promptDigest: String, outcome: Outcome) {
        self.key = key
        self.promptDigest = promptDigest
        self.outcome = outcome
    }
}
