/// How much an evaluation does at once, and how much it may use up.
public struct EngineLimits: Sendable, Hashable {
    /// Requests under way.
    public var connections: Int
    /// Attempts being scored.
    public var scorers: Int
    public var budget: Budget

    public init(connections: Int, scorers: Int, budget: Budget = .unlimited) {
        self.connections = max(connections, 1)
        self.scorers = max(scorers, 1)
        self.budget = budget
    }
}
