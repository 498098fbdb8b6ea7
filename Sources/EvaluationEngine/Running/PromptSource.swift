public import EvaluationCore

/// Makes the requests of a plan; the attempts at one question share one rendered prompt.
public struct PromptSource {
    let plan: Plan
    let renderer: any PromptRenderer
    let askAgain: RefusedAgain?
    private var last: (question: AttemptKey, prompt: Prompt, digest: String)?

    public init(plan: Plan, renderer: any PromptRenderer, askAgain: RefusedAgain? = nil) {
        self.askAgain = askAgain
        self.plan = plan
        self.renderer = renderer
    }

    /// - Throws: `UserError` of the renderer.
    public mutating func request(for key: AttemptKey) throws -> (ModelRequest, digest: String) {
        var question = key
        question.index = 0
        if last?.question != question {
            let prompt = try renderer.prompt(for: key, in: plan)
            last = (question, prompt, prompt.digest)
        }
        var parameters = plan.parameters
        parameters.seed &+= UInt32(truncatingIfNeeded: key.index)
        if let askAgain, askAgain.keys.contains(key) { parameters.maxTokens = askAgain.maxTokens }
        return (ModelRequest(key: key, prompt: last!.prompt, parameters: parameters), last!.digest)
    }
}
