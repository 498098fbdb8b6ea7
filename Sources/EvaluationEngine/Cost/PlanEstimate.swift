public import EvaluationCore

/// What a plan will roughly need, worked out without asking anybody.
public struct PlanEstimate: Sendable, Hashable {
    /// Attempts of the plan.
    public var attempts = 0
    /// Of these, the calls that are still to be made.
    public var calls = 0
    /// Of the calls' prompts, at three bytes a token (rather too many than too few).
    public var inputTokens = 0
    /// If every answer were as long as `--max-tokens` allows.
    public var mostOutputTokens = 0

    public init() {}

    public mutating func add(_ other: PlanEstimate) {
        attempts += other.attempts
        calls += other.calls
        inputTokens += other.inputTokens
        mostOutputTokens += other.mostOutputTokens
    }

    /// - Parameter finished: attempts that are durable.
    /// - Throws: `UserError` of the renderer.
    public init(_ plan: Plan, finished: Set<AttemptKey> = [], renderer: any PromptRenderer) throws {
        var prompts = PromptSource(plan: plan, renderer: renderer, askAgain: nil)
        for key in plan.attemptKeys() {
            attempts += 1
            if finished.contains(key) { continue }
            calls += 1
            inputTokens += try prompts.request(for: key).0.prompt.estimatedTokens
            mostOutputTokens += plan.parameters.maxTokens
        }
    }

    /// In the price list's money, at most.
    public func mostCost(at price: PriceList.Price) -> Double {
        price.cost(input: inputTokens, output: mostOutputTokens)
    }
}
