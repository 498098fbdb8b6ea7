internal import EvaluationCore

/// The honest baseline: what is spent elsewhere on tests and reviews is spent on plain answers, and the first counts whose program
/// loads and defines what it has to.
struct ResampleStrategy: Strategy {
    let tools: StrategyTools
    let count: Int
    var name: String { "resample:\(count)" }
    var mostCalls: Int { count }

    func answer(_ question: StrategyQuestion, in dialogue: any Dialogue) async throws -> ModelAnswer {
        var answers = [try await dialogue.ask("draft", question.messages)]
        while answers.count < count, let answer = try await dialogue.askIfPossible("draft", question.messages) {
            answers.append(answer)
        }
        let (names, packages, tester) = (question.entryPoints.map(\.name), question.packages, tools.tester)
        for answer in answers {
            guard let code = Candidate(answer, question, tools.extractor)?.code else { continue }
            let report = try await dialogue.use("load", on: code) {
                try await tester.run("", on: code, entryPoints: names, packages: packages)
            }
            if report.programError == nil { return answer }
        }
        return answers[0]
    }
}
