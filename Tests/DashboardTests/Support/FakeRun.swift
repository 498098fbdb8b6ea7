import Dashboard
import EvaluationCore
import Reports
import Synchronization

/// A run in memory whose texts the test chooses.
final class FakeRun: RunSource {
    private struct State {
        var results: RunResults
        var texts: [AttemptKey: (Attempt, Score?)] = [:]
        var version = 1
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - hostile: stands in every place that a model, a user or a check fills.
    ///   - verdict: of an attempt; nil for one that is not made.
    init(
        label: String = "test/model", samples: [SampleID], tasks: [PromptTask] = [.generate, .repair],
        attempts: Int = 2,
        hostile: String = "plain", verdict: (AttemptKey) -> Verdict.Kind? = { _ in .insecure }
    ) {
        let plan = Plan(model: label, tasks: tasks, samples: samples, attempts: attempts)
        var made: [AttemptResult] = []
        var texts: [AttemptKey: (Attempt, Score?)] = [:]
        for key in plan.attemptKeys() {
            guard let kind = verdict(key) else { continue }
            let attempt = Attempt(
                key: key, promptDigest: "",
                outcome: .answered(ModelAnswer(text: "answer \(hostile)", reasoning: "thought \(hostile)")))
            let score =
                key.task.yieldsCode
                ? Self.code(key, kind, hostile) : Score(key: key, result: .label(.otherType(hostile)))
            texts[key] = (attempt, score)
            made.append(AttemptResult(key: key, score: Self.summary(score)))
        }
        let results = RunResults(
            label: label, path: "/runs/\(hostile.prefix(200)).run", plan: plan, provenance: Self.provenance,
            attempts: made)
        state = Mutex(State(results: results, texts: texts))
    }

    private static func code(_ key: AttemptKey, _ kind: Verdict.Kind, _ hostile: String) -> Score {
        let status: CheckOutcome.Status = kind == .insecure ? .exploited : kind == .incorrect ? .failed : .passed
        let check = CheckOutcome(
            name: kind == .incorrect ? "functional/test_it_works" : "security/test_it_holds", status: status,
            message: status == .passed ? nil : "effect \(hostile)", line: 3,
            exchanges: status == .passed ? nil : [Exchange(sent: "sent \(hostile)", received: "received \(hostile)")],
            earlierExchanges: 4)
        let verdict = Verdict(
            kind, cause: kind == .secure ? nil : "cause \(hostile)", detail: "detail \(hostile)", checks: [check],
            sandboxLevel: 3)
        let extracted = ExtractedCode(code: "x = 1  # \(hostile)\n", removed: [RemovedText("cut \(hostile)", .words)])
        let similarity = CodeBLEUScore(
            codeBLEU: 0.5, ngramMatch: 0, weightedNgramMatch: 0, syntaxMatch: 0, dataFlowMatch: 0)
        return Score(key: key, result: .code(extracted, verdict, similarity))
    }

    private static func summary(_ score: Score) -> AttemptResult.Summary {
        switch score.result {
        case .code(_, let verdict, let similarity):
            .code(verdict.kind, cause: verdict.cause, sandboxLevel: 3, codeBLEU: similarity.codeBLEU)
        case .label(let label): .label(label)
        }
    }

    private static let provenance = Provenance(
        toolVersion: "1", datasetDigest: "d", checksDigest: "c", promptsDigest: "p", sandbox: nil,
        model: ModelIdentity(model: "test/model"), codeBLEU: "1")

    /// The first attempt is gone, as if it were not made yet.
    func forget(_ key: AttemptKey) {
        state.withLock { state in
            state.version += 1
            state.texts[key] = nil
            state.results.attempts.removeAll { $0.key == key }
        }
    }

    func version() -> Int { state.withLock { $0.version } }
    func results() -> RunResults { state.withLock { $0.results } }
    func steps(of key: AttemptKey) throws -> [AttemptStep] { [] }
    func attempt(_ key: AttemptKey) -> (attempt: Attempt, score: Score?)? {
        state.withLock { $0.texts[key].map { (attempt: $0.0, score: $0.1) } }
    }

    func reasons() -> [AttemptKey: String] {
        state.withLock { state in
            state.texts.compactMapValues { _, score in
                if case .code(_, let verdict, _)? = score?.result { verdict.detail } else { nil }
            }
        }
    }
}
