public import EvaluationCore

/// A strategy, and what it may know of each question.
public struct StrategyUse: Sendable {
    public var strategy: any Strategy
    public var question: @Sendable (ModelRequest) throws -> StrategyQuestion

    public init(
        _ strategy: any Strategy, question: @escaping @Sendable (ModelRequest) throws -> StrategyQuestion
    ) {
        self.strategy = strategy
        self.question = question
    }
}
