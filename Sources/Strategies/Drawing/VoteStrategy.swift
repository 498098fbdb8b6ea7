internal import EvaluationCore

/// Several answers, of which the one counts that passes most of the model's own tests; of equals the first.
struct VoteStrategy: Strategy {
    let tools: StrategyTools
    let count: Int
    var name: String { "vote:\(count)" }
    var mostCalls: Int { 1 + count }

    func answer(_ question: StrategyQuestion, in dialogue: any Dialogue) async throws -> ModelAnswer {
        let first = try await dialogue.ask("draft", question.messages)
        let tests = try await OwnTests.written(.functionAndAbuse, for: question, tools, in: dialogue)
        var best = (answer: first, passed: try await passed(first, question, tests))
        for _ in 1..<count {
            guard let answer = try await dialogue.askIfPossible("draft", question.messages) else { break }
            let passed = try await passed(answer, question, tests)
            if passed > best.passed { best = (answer, passed) }
        }
        return best.answer
    }

    /// - Returns: -2 without code, -1 for a program that cannot be used.
    private func passed(_ answer: ModelAnswer, _ question: StrategyQuestion, _ tests: OwnTests) async throws -> Int {
        guard let candidate = Candidate(answer, question, tools.extractor) else { return -2 }
        let report = try await tests.report(on: candidate.code)
        return report.programError == nil ? report.passedNames.count : -1
    }
}
