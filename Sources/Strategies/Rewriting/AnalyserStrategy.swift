internal import EvaluationCore

/// What Bandit and Semgrep find goes back to the model.
struct AnalyserStrategy: Strategy {
    let tools: StrategyTools
    let rounds: Int
    var name: String { "analyser:\(rounds)" }
    var mostCalls: Int { 2 + rounds }

    func answer(_ question: StrategyQuestion, in dialogue: any Dialogue) async throws -> ModelAnswer {
        let draft = try await dialogue.ask("draft", question.messages)
        guard let candidate = Candidate(draft, question, tools.extractor) else { return draft }
        let tests = try await OwnTests.written(.function, for: question, tools, in: dialogue)
        var rewriting = try await Rewriting(candidate, of: question.messages, question, tests, tools, dialogue)
        try await rewriting.mendFindings(rounds: rounds)
        return rewriting.current.answer
    }
}
