internal import EvaluationCore

/// Guidelines first, then the model's own tests, then the analysers.
struct FullStrategy: Strategy {
    let tools: StrategyTools
    let name = "full"
    let mostCalls = 5

    init(tools: StrategyTools) { self.tools = tools }

    func answer(_ question: StrategyQuestion, in dialogue: any Dialogue) async throws -> ModelAnswer {
        let messages = question.withNotes(of: tools.notes, 3)
        let draft = try await dialogue.ask("draft", messages)
        guard let candidate = Candidate(draft, question, tools.extractor) else { return draft }
        let tests = try await OwnTests.written(.functionAndAbuse, for: question, tools, in: dialogue)
        var rewriting = try await Rewriting(candidate, of: messages, question, tests, tools, dialogue)
        try await rewriting.mendFailures(rounds: 2)
        try await rewriting.mendFindings(rounds: 1)
        return rewriting.current.answer
    }
}
