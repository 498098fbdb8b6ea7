/// What to run. Two plans that are equal give the same work.
public struct Plan: Sendable, Hashable, Codable {
    /// `provider/name`, as given by `--model`.
    public var model: String
    public var tasks: [PromptTask]
    public var samples: [SampleID]
    /// Attempts per prompt, at least 1.
    public var attempts: Int
    public var parameters: SamplingParameters
    public var form: PromptForm
    public var systemPrompt: String?
    public var oneShot: OneShotSource
    public var detection: DetectionItems
    /// How each question is put to the model, by the name of a `Strategy`; nil asks it plainly.
    public var strategy: String?
    /// Other limits of `parameters.maxTokens` under which refused prompts were asked again; nil when none were.
    public var retriedMaxTokens: [Int]?

    public init(
        model: String, tasks: [PromptTask], samples: [SampleID], attempts: Int = 1,
        parameters: SamplingParameters = SamplingParameters(), form: PromptForm = .chat,
        systemPrompt: String? = nil, oneShot: OneShotSource = .sameType, detection: DetectionItems = .halves,
        strategy: String? = nil
    ) {
        self.model = model
        self.tasks = tasks
        self.samples = samples
        self.attempts = attempts
        self.parameters = parameters
        self.form = form
        self.systemPrompt = systemPrompt
        self.oneShot = oneShot
        self.detection = detection
        self.strategy = strategy
    }
}

/// Where the example of `generate-one-shot` comes from.
public enum OneShotSource: String, Sendable, Hashable, Codable, CaseIterable {
    case sameType = "same-type"
    case any
}

/// Which code `detect` asks about: of each pair of a type's samples one insecure and one secure, as in the paper half of them, or both of
/// every sample.
public enum DetectionItems: String, Sendable, Hashable, Codable, CaseIterable {
    case halves, all
}
