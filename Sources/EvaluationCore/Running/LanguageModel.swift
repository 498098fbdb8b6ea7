/// Something that answers prompts.
///
/// An implementation retries what a retry can mend by itself, and throws only when the run has to stop or the
/// attempt has to be repeated later. An answer that will never come for this prompt alone (too long a prompt, a
/// content filter) is a `ModelError` of kind `.unanswerable`. Every implementation passes the contract test in
/// `Tests/ModelClientsTests`.
public protocol LanguageModel: Sendable {
    var identity: ModelIdentity { get }

    /// - Throws: `ModelError`, or `CancellationError` when the task is cancelled.
    func answer(_ request: ModelRequest) async throws -> ModelAnswer
}

/// Who answers, as far as it can be known.
public struct ModelIdentity: Sendable, Hashable, Codable {
    /// `provider/name`.
    public var model: String
    /// The form of prompt that the model wants unless the plan says otherwise.
    public var form: PromptForm
    /// Facts worth keeping, such as `server`, `server-version`, `gguf-sha256`, `base-url`. Never a key.
    public var details: [String: String]

    public init(model: String, form: PromptForm = .chat, details: [String: String] = [:]) {
        self.model = model
        self.form = form
        self.details = details
    }
}

public struct ModelRequest: Sendable, Hashable {
    public var key: AttemptKey
    public var prompt: Prompt
    /// With the seed of this attempt already worked out.
    public var parameters: SamplingParameters

    public init(key: AttemptKey, prompt: Prompt, parameters: SamplingParameters) {
        self.key = key
        self.prompt = prompt
        self.parameters = parameters
    }
}

public struct ModelAnswer: Sendable, Hashable, Codable {
    /// As received. Thoughts and tokens that stand in it are told apart by `AnswerParts` whenever it is read.
    public var text: String
    /// What a reasoning model thought before it answered, where the server sends it apart; never reaches extraction.
    public var reasoning: String?
    public var finish: FinishReason
    public var usage: TokenUsage
    /// Seconds from sending the request that succeeded to its last byte.
    public var latency: Double
    /// Requests that failed before this answer came.
    public var retries: Int
    /// The name under which the server says it served.
    public var servedModel: String?

    public init(
        text: String, reasoning: String? = nil, finish: FinishReason = .stop, usage: TokenUsage = TokenUsage(),
        latency: Double = 0, retries: Int = 0, servedModel: String? = nil
    ) {
        self.text = text
        self.reasoning = reasoning
        self.finish = finish
        self.usage = usage
        self.latency = latency
        self.retries = retries
        self.servedModel = servedModel
    }
}

public enum FinishReason: String, Sendable, Hashable, Codable {
    case stop, length
    case contentFilter = "content-filter"
    case unknown
}

/// Tokens as the server counts them; nil where it does not say.
public struct TokenUsage: Sendable, Hashable, Codable {
    public var input: Int?
    public var output: Int?

    public init(input: Int? = nil, output: Int? = nil) {
        self.input = input
        self.output = output
    }
}

public struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable, Hashable {
        /// Only this prompt cannot be answered: recorded as a refused attempt, the run goes on.
        case unanswerable
        /// The server is down or keeps failing: the run stops and can be resumed (exit code 3).
        case unavailable
        /// Key, model name or base URL are wrong: the run stops (exit code 2).
        case misconfigured
    }

    public var kind: Kind
    /// One line: what, where, how to mend. Never a key.
    public var description: String
    /// Of an `.unanswerable` prompt.
    public var refusal: RefusalReason
    /// Of an `.unavailable` server: whether any other request would meet the same, so that the run ends at once.
    public var endsRun: Bool

    public init(_ kind: Kind, _ description: String, refusal: RefusalReason = .rejected, endsRun: Bool = false) {
        self.kind = kind
        self.description = description
        self.refusal = refusal
        self.endsRun = endsRun
    }
}
