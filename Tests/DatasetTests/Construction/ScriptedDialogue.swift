import EvaluationCore

/// A model that answers each step from a list, in order. Tools really work.
actor ScriptedDialogue: Dialogue {
    private var answers: [String: [String]]
    private(set) var asked: [(step: String, messages: [ChatMessage])] = []

    init(_ answers: [String: [String]]) { self.answers = answers }

    func ask(_ step: String, _ messages: [ChatMessage]) async throws -> ModelAnswer {
        asked.append((step, messages))
        guard let answer = answers[step]?.first else {
            throw ModelError(.unanswerable, "the script has no further answer for '\(step)'")
        }
        answers[step]?.removeFirst()
        return ModelAnswer(text: answer, usage: TokenUsage(input: 100, output: 10))
    }

    func use<Output: Codable & Sendable>(
        _ step: String, on input: String, _ tool: @Sendable () async throws -> Output
    ) async throws -> Output {
        try await tool()
    }

    /// The whole dialogue as the model saw it last: its own questions and what it was told.
    var told: [String] { asked.last?.messages.filter { $0.role == .user }.map(\.content) ?? [] }
    var isUsedUp: Bool { answers.values.allSatisfy(\.isEmpty) }
}
