/// The steps of an earlier try at a dialogue, taken one after the other as long as they are the ones that are wanted.
///
/// The first that is another one was made by another version, or for another task: it and all that follow are made anew.
package struct KnownSteps: Sendable {
    private var left: ArraySlice<AttemptStep>

    /// - Parameter steps: in their order, from number 0.
    package init(_ steps: [AttemptStep]) { left = steps[...] }

    /// - Returns: the next step when it answers this prompt under this name.
    package mutating func take(_ name: String, asking prompt: Prompt) -> AttemptStep? {
        take(name) { $0.prompt == prompt }
    }

    /// - Returns: the next step when it is a tool's of this name on this input.
    package mutating func take(_ name: String, on input: String) -> AttemptStep? {
        take(name) { if case .tool(input, _) = $0.content { true } else { false } }
    }

    private mutating func take(_ name: String, where fits: (AttemptStep) -> Bool) -> AttemptStep? {
        guard let step = left.first, step.name == name, fits(step) else {
            left = []
            return nil
        }
        left = left.dropFirst()
        return step
    }
}

extension AttemptStep.Content {
    /// What the model answered.
    ///
    /// - Throws: the `ModelError` with which it refused.
    package func modelAnswer() throws -> ModelAnswer {
        switch self {
        case .answered(_, let answer): return answer
        case .refused(_, let reason):
            let refusal = Refusal(reason)
            throw ModelError(.unanswerable, refusal.words, refusal: refusal.reason ?? .rejected)
        case .tool: preconditionFailure("a tool answers no prompt")
        }
    }
}
