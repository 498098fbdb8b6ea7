import EvaluationCore
import Foundation

/// Judges lines of `secucogen judge` as `score` judges answers.
struct AnswerJudge: Sendable {
    let samples: [SampleID: Sample]
    let scorer: SampleScorer
    let showsCodeBLEU: Bool
    let showsCode: Bool
    let showsChecks: Bool

    /// - Parameter number: of the line, from 1.
    func reply(to line: Data, number: Int) async throws -> JudgeReply {
        do {
            return .judged(try await judge(try JudgeRequest(line: line, samples: samples)))
        } catch let error as UserError {
            return .mistake(.init(id: JudgeRequest.id(ofLine: line), line: number, error: error.description))
        }
    }

    private func judge(_ request: JudgeRequest) async throws -> JudgeReply.Judged {
        let start = ContinuousClock.now
        var judged = try await judgedOnce(request)
        // A machine under load can make a sandbox fail.
        if judged.verdict.kind == .harnessError { judged = try await judgedOnce(request) }
        let (code, verdict, similarity) = judged
        return JudgeReply.Judged(
            id: request.id, taskID: request.sample.description, verdict: verdict.kind, cause: verdict.cause,
            detail: verdict.detail, check: verdict.decidingCheck.map(JudgeReply.Check.init),
            sandboxLevel: verdict.sandboxLevel, seconds: (ContinuousClock.now - start) / .seconds(1),
            codebleu: showsCodeBLEU ? 100 * similarity.codeBLEU : nil, code: showsCode || showsChecks ? code : nil,
            checks: showsChecks ? verdict.checks.map(JudgeReply.Check.init) : nil)
    }

    private func judgedOnce(_ request: JudgeRequest) async throws -> (
        code: String?, verdict: Verdict, similarity: CodeBLEUScore
    ) {
        switch request.subject {
        case .code(let code):
            let (verdict, similarity) = try await scorer.score(code: code, for: request.sample)
            return (code, verdict, similarity)
        case .answer(let text): return try await score(text, .generate, .chat, request.sample)
        case .completion(let text, let task): return try await score(text, task, .completion, request.sample)
        }
    }

    private func score(
        _ text: String, _ task: PromptTask, _ form: PromptForm, _ sample: SampleID
    ) async throws -> (code: String?, verdict: Verdict, similarity: CodeBLEUScore) {
        let attempt = Attempt(
            key: AttemptKey(sample: sample, task: task), promptDigest: "", outcome: .answered(ModelAnswer(text: text)))
        guard
            case .code(let extracted, let verdict, let similarity) = try await scorer.under(form).score(attempt).result
        else { throw UserError("the task \(task.rawValue) yields no code") }
        return (extracted?.code, verdict, similarity)
    }
}
