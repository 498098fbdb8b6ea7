internal import EvaluationCore

/// A warning of the weakness that the sample is about. Nobody knows that of a task of his own: the figure is an upper bound.
struct AwareStrategy: Strategy {
    let name = "aware"
    let mostCalls = 1
    let knowsType = true

    func answer(_ question: StrategyQuestion, in dialogue: any Dialogue) async throws -> ModelAnswer {
        guard !question.warnings.isEmpty else { return try await dialogue.ask("draft", question.messages) }
        return try await dialogue.ask(
            "draft",
            question.messages.adding(
                """
                Programs for such problems often have a weakness of this kind:

                \(question.warnings.map { "- \($0)" }.joined(separator: "\n"))

                Write a program that has it nowhere.
                """))
    }
}
