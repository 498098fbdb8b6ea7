internal import EvaluationCore

/// A program that is written again until it is better, and is never given up for one that broke what worked.
struct Rewriting: Sendable {
    let question: StrategyQuestion
    let tools: StrategyTools
    let dialogue: any Dialogue
    let tests: OwnTests
    /// The question as it was put; what follows is added to it.
    let messages: [ChatMessage]
    private(set) var current: Candidate
    private(set) var report: TestReport

    init(
        _ draft: Candidate, of messages: [ChatMessage], _ question: StrategyQuestion, _ tests: OwnTests,
        _ tools: StrategyTools, _ dialogue: any Dialogue
    ) async throws {
        self.question = question
        self.tools = tools
        self.dialogue = dialogue
        self.tests = tests
        self.messages = messages
        current = draft
        report = try await tests.report(on: draft.code)
    }

    /// Asks for the program again.
    ///
    /// - Parameters:
    ///   - conversation: ends with what is to be mended.
    ///   - demandsProgress: whether fewer tests have to fail than before.
    /// - Returns: whether another program was accepted.
    mutating func rewrite(_ conversation: [ChatMessage], demandsProgress: Bool = false) async throws -> Bool {
        guard let answer = try await dialogue.askIfPossible("rewriting", conversation),
            let candidate = Candidate(answer, question, tools.extractor), candidate.code != current.code
        else { return false }
        let report = try await tests.report(on: candidate.code)
        guard report.keepsWhatWorked(in: self.report), !demandsProgress || isProgress(report) else { return false }
        current = candidate
        self.report = report
        return true
    }

    private func isProgress(_ report: TestReport) -> Bool {
        if self.report.programError != nil { return report.programError == nil }
        return report.failures.count < self.report.failures.count
    }
}
