/// The finished part of a run, as reports read it.
public struct RunResults: Sendable, Hashable, Codable {
    /// Short name for tables; the model's unless the user gave one.
    public var label: String
    /// Where it is stored.
    public var path: String
    public var plan: Plan
    public var provenance: Provenance
    /// Every attempt of the plan that has been made, in the order of their keys.
    public var attempts: [AttemptResult]

    public init(
        label: String, path: String, plan: Plan, provenance: Provenance, attempts: [AttemptResult]
    ) {
        self.label = label
        self.path = path
        self.plan = plan
        self.provenance = provenance
        self.attempts = attempts
    }
}

public struct AttemptResult: Sendable, Hashable, Codable {
    public var key: AttemptKey
    /// Nil until scored.
    public var score: Summary?
    public var finish: FinishReason?
    public var usage: TokenUsage
    public var latency: Double
    /// The name of the reason, when it was refused.
    public var refusal: String?
    /// Answered calls of the model on the way to it; nil where the question was asked plainly.
    public var calls: Int?

    /// A score without its texts, so that many runs fit in memory.
    public enum Summary: Sendable, Hashable, Codable {
        case code(Verdict.Kind, cause: String?, sandboxLevel: Int?, codeBLEU: Double)
        case label(ParsedLabel)
    }

    public init(
        key: AttemptKey, score: Summary?, finish: FinishReason? = nil, usage: TokenUsage = TokenUsage(),
        latency: Double = 0, refusal: String? = nil, calls: Int? = nil
    ) {
        self.key = key
        self.score = score
        self.finish = finish
        self.usage = usage
        self.latency = latency
        self.refusal = refusal
        self.calls = calls
    }
}

/// The versions a run depends on. Runs that differ here are not compared in silence.
public struct Provenance: Sendable, Hashable, Codable {
    public var toolVersion: String
    /// SHA-256 over the texts that models see.
    public var datasetDigest: String
    /// SHA-256 over checks and limits.
    public var checksDigest: String
    public var promptsDigest: String
    /// Nil until something was scored.
    public var sandbox: SandboxDescription?
    public var model: ModelIdentity
    public var codeBLEU: String

    public init(
        toolVersion: String, datasetDigest: String, checksDigest: String, promptsDigest: String,
        sandbox: SandboxDescription?, model: ModelIdentity, codeBLEU: String
    ) {
        self.toolVersion = toolVersion
        self.datasetDigest = datasetDigest
        self.checksDigest = checksDigest
        self.promptsDigest = promptsDigest
        self.sandbox = sandbox
        self.model = model
        self.codeBLEU = codeBLEU
    }
}
