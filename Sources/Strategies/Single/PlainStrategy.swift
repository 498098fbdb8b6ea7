internal import EvaluationCore

/// The question as it is.
struct PlainStrategy: Strategy {
    let name = "plain"
    let mostCalls = 1

    func answer(_ question: StrategyQuestion, in dialogue: any Dialogue) async throws -> ModelAnswer {
        try await dialogue.ask("draft", question.messages)
    }
}
