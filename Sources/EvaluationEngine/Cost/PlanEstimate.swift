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

    /// - Parameters:
    ///   - finished: attempts that are durable.
    ///   - strategy: the plan's; its calls are counted at their most, and every one after the first as if its prompt held two answers.
    /// - Throws: `UserError` of the renderer.
    public init(
        _ plan: Plan, finished: Set<AttemptKey> = [], strategy: (any Strategy)? = nil, renderer: any PromptRenderer
    )
        throws
    {
        let callsEach = strategy?.mostCalls ?? 1
        var prompts = PromptSource(plan: plan, renderer: renderer, askAgain: nil)
        for key in plan.attemptKeys() {
            attempts += 1
            if finished.contains(key) { continue }
            calls += callsEach
            inputTokens += try callsEach * prompts.request(for: key).0.prompt.estimatedTokens
            inputTokens += (callsEach - 1) * 2 * plan.parameters.maxTokens
            mostOutputTokens += callsEach * plan.parameters.maxTokens
        }
    }

    /// In the price list's money, at most.
    public func mostCost(at price: PriceList.Price) -> Double {
        price.cost(input: inputTokens, output: mostOutputTokens)
    }
}
