public import EvaluationCore

/// Refused attempts that are to be asked again, under limits of today.
public struct RefusedAgain: Sendable, Hashable {
    public var keys: Set<AttemptKey>
    /// In place of the plan's, for these attempts alone.
    public var maxTokens: Int

    public init(keys: Set<AttemptKey>, maxTokens: Int) {
        self.keys = keys
        self.maxTokens = maxTokens
    }
}
