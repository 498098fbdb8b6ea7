internal import EvaluationCore

/// The model tests its program for function and for abuse, and mends what fails.
struct TestsStrategy: Strategy {
    let tools: StrategyTools
    let rounds: Int
    var name: String { "tests:\(rounds)" }
    var mostCalls: Int { 2 + rounds }

    func answer(_ question: StrategyQuestion, in dialogue: any Dialogue) async throws -> ModelAnswer {
        let draft = try await dialogue.ask("draft", question.messages)
        guard let candidate = Candidate(draft, question, tools.extractor) else { return draft }
        let tests = try await OwnTests.written(.functionAndAbuse, for: question, tools, in: dialogue)
        var rewriting = try await Rewriting(candidate, of: question.messages, question, tests, tools, dialogue)
        try await rewriting.mendFailures(rounds: rounds)
        return rewriting.current.answer
    }
}
