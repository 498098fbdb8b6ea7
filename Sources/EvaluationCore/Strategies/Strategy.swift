/// Turns one question into a bounded dialogue with a model and with tools, whose end is one answer.
///
/// A strategy is a pure function of the question and of what the dialogue gives back: it holds no state, reads no clock and
/// draws no number. So a dialogue that was cut off goes on by running the strategy again over the steps that are known.
/// Of the sample it sees what the model sees, and nothing of checks, solutions or types; `knowsType` marks the exception.
/// Every strategy passes the contract test in `Tests/StrategiesTests`.
public protocol Strategy: Sendable {
    /// What `--strategy` calls it, with its number where it has one: `resample:4`.
    var name: String { get }
    /// Calls of the model for one attempt, at most.
    var mostCalls: Int { get }
    /// Whether it is told the weakness that a sample is about: then its figures are an upper bound.
    var knowsType: Bool { get }

    /// - Returns: the answer that counts, one of those that the model gave in this dialogue.
    /// - Throws: what the dialogue throws.
    func answer(_ question: StrategyQuestion, in dialogue: any Dialogue) async throws -> ModelAnswer
}

extension Strategy {
    public var knowsType: Bool { false }
}

/// What a strategy is told of a question.
public struct StrategyQuestion: Sendable, Hashable {
    /// What a plain attempt would send.
    public var messages: [ChatMessage]
    /// The task's text alone, for looking up notes.
    public var problem: String
    public var entryPoints: [EntryPoint]
    /// Third-party packages that a solution may import.
    public var packages: [String]
    /// What a sample is about, in sentences; empty unless the strategy `knowsType`.
    public var warnings: [String]

    public init(
        messages: [ChatMessage], problem: String, entryPoints: [EntryPoint], packages: [String] = [],
        warnings: [String] = []
    ) {
        self.messages = messages
        self.problem = problem
        self.entryPoints = entryPoints
        self.packages = packages
        self.warnings = warnings
    }
}
