import EvaluationCore
import Synchronization

/// A model that answers by the name of the step, and remembers all that it was shown.
final class ScriptedDialogue: Dialogue {
    private struct State {
        var left: [String: [String]]
        var steps: [String] = []
        var shown: [[ChatMessage]] = []
    }

    private let state: Mutex<State>

    /// - Parameter answers: of each step, in order; the last one is repeated. A step without any gets an answer without code.
    init(_ answers: [String: [String]]) { state = Mutex(State(left: answers)) }

    /// The names of all steps, tools included.
    var steps: [String] { state.withLock { $0.steps } }
    /// Every conversation that was sent.
    var shown: [[ChatMessage]] { state.withLock { $0.shown } }

    func ask(_ step: String, _ messages: [ChatMessage]) async throws -> ModelAnswer {
        let text = state.withLock { state in
            state.steps.append(step)
            state.shown.append(messages)
            guard let answers = state.left[step], let first = answers.first else { return "I cannot do that." }
            if answers.count > 1 { state.left[step] = Array(answers.dropFirst()) }
            return first
        }
        return ModelAnswer(text: text, usage: TokenUsage(input: 1, output: 1))
    }

    func use<Output: Codable & Sendable>(
        _ step: String, on input: String, _ tool: @Sendable () async throws -> Output
    ) async throws -> Output {
        state.withLock { $0.steps.append(step) }
        return try await tool()
    }
}

extension String {
    /// As a model answers.
    var inFence: String { "Here it is:\n\n```python\n\(self)```\n" }
}
