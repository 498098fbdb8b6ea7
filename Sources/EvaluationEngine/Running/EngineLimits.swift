/// How much an evaluation does at once, and how much it may use up.
public struct EngineLimits: Sendable, Hashable {
    /// Requests under way.
    public var connections: Int
    /// Attempts being scored.
    public var scorers: Int
    public var budget: Budget
    /// Seconds that one answer may take, for the progress; the model keeps to it by itself.
    public var answerTimeout: Double?

    public init(connections: Int, scorers: Int, budget: Budget = .unlimited, answerTimeout: Double? = nil) {
        self.connections = max(connections, 1)
        self.scorers = max(scorers, 1)
        self.budget = budget
        self.answerTimeout = answerTimeout
    }
}
