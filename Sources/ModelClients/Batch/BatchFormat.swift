/// How requests are written for a program that answers them later.
public enum BatchFormat: String, Sendable, Hashable, CaseIterable {
    /// Ours: a JSON object a line.
    case jsonl
    /// What OpenAI's batch API takes, and `vllm run-batch`.
    ///
    /// Source: https://platform.openai.com/docs/api-reference/batch/request-input
    case openAI = "openai-batch"
    /// The body of a request that creates one of Anthropic's message batches.
    ///
    /// Source: https://docs.anthropic.com/en/api/creating-message-batches
    case anthropic = "anthropic-batch"

    /// The one that suits `provider/model`.
    public init(suiting model: String) {
        self = model.lowercased().hasPrefix("anthropic/") ? .anthropic : .openAI
    }

    /// Requests that a batch may hold; nil for any number.
    public var most: Int? {
        switch self {
        case .jsonl: nil
        case .openAI: 50_000
        case .anthropic: 100_000
        }
    }
}
