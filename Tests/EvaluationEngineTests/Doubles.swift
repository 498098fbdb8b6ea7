import EvaluationCore
import EvaluationEngine
import Synchronization

/// Keeps records in memory, as the store keeps them on disk.
final class MemoryRecorder: RunRecorder {
    private struct State {
        var attempts: [AttemptKey: Attempt] = [:]
        var scores: [AttemptKey: Score] = [:]
        var steps: [AttemptKey: [AttemptStep]] = [:]
    }

    private let state = Mutex(State())

    init(_ attempts: [Attempt] = []) {
        state.withLock { $0.attempts = Dictionary(uniqueKeysWithValues: attempts.map { ($0.key, $0) }) }
    }

    var attempts: [Attempt] { state.withLock { $0.attempts.values.sorted { $0.key < $1.key } } }
    var scores: [Score] { state.withLock { $0.scores.values.sorted { $0.key < $1.key } } }

    func finishedAttempts() async throws -> Set<AttemptKey> { state.withLock { Set($0.attempts.keys) } }

    /// Of an attempt with steps these count.
    func spentTokens() async throws -> SpentTokens {
        let steps = state.withLock { $0.steps }
        let usages =
            attempts.filter { steps[$0.key] == nil }.compactMap(\.answer?.usage)
            + steps.values.flatMap { $0.compactMap(\.answer?.usage) }
        return usages.reduce(into: SpentTokens()) {
            $0.input += $1.input ?? 0
            $0.output += $1.output ?? 0
        }
    }

    func steps(of key: AttemptKey) async throws -> [AttemptStep] { state.withLock { $0.steps[key] ?? [] } }

    func record(_ step: AttemptStep, of key: AttemptKey) async throws {
        state.withLock { state in
            state.steps[key] = (state.steps[key] ?? []).filter { $0.number < step.number } + [step]
        }
    }

    func record(_ attempts: [Attempt]) async throws {
        state.withLock { state in for attempt in attempts { state.attempts[attempt.key] = attempt } }
    }

    func unscoredAttempts(limit: Int) async throws -> [Attempt] {
        state.withLock { state in
            Array(
                state.attempts.values.filter { state.scores[$0.key] == nil }.sorted { $0.key < $1.key }.prefix(limit))
        }
    }

    func record(_ scores: [Score]) async throws {
        state.withLock { state in for score in scores { state.scores[score.key] = score } }
    }
}

/// A model made of a closure, which remembers what it was asked.
final class ScriptedModel: LanguageModel {
    let identity = ModelIdentity(model: "test/scripted")
    private let script: @Sendable (ModelRequest, Int) async throws -> ModelAnswer
    private let state = Mutex<(requests: [ModelRequest], underWay: Int, most: Int)>(([], 0, 0))

    /// - Parameter script: gets the request and how often this key was asked before.
    init(
        _ script: @escaping @Sendable (ModelRequest, Int) async throws -> ModelAnswer = { request, _ in
            ModelAnswer(text: "\(request.key.sample)", usage: TokenUsage(input: 10, output: 5))
        }
    ) {
        self.script = script
    }

    var requests: [ModelRequest] { state.withLock { $0.requests } }
    var mostUnderWay: Int { state.withLock { $0.most } }

    func answer(_ request: ModelRequest) async throws -> ModelAnswer {
        let before = state.withLock { state in
            let before = state.requests.count { $0.key == request.key }
            state.requests.append(request)
            state.underWay += 1
            state.most = max(state.most, state.underWay)
            return before
        }
        defer { state.withLock { $0.underWay -= 1 } }
        return try await script(request, before)
    }
}

struct PlainRenderer: PromptRenderer {
    func prompt(for key: AttemptKey, in plan: Plan) throws -> Prompt {
        .chat([ChatMessage(role: .user, content: "\(key.task.rawValue) \(key.sample)")])
    }
    func codePrefix(for key: AttemptKey, in plan: Plan) throws -> String? { nil }
}

struct ClosureScorer: AttemptScorer {
    var body: @Sendable (Attempt) async throws -> Score = { .verdict(.secure, $0.key) }
    func score(_ attempt: Attempt) async throws -> Score { try await body(attempt) }
}

extension Score {
    static func verdict(_ kind: Verdict.Kind, _ key: AttemptKey) -> Score {
        Score(key: key, result: .code(nil, Verdict(kind), .zero))
    }
    var kind: Verdict.Kind? {
        if case .code(_, let verdict, _) = result { verdict.kind } else { nil }
    }
}

extension Plan {
    /// `samples` samples of CWE-89 with `attempts` attempts each.
    static func small(samples: Int, attempts: Int = 1, seed: UInt32 = 0) -> Plan {
        Plan(
            model: "test/scripted", tasks: [.generate],
            samples: (1...samples).map { SampleID("CWE-89_\($0 < 10 ? "0" : "")\($0)")! }, attempts: attempts,
            parameters: SamplingParameters(maxTokens: 20, seed: seed))
    }
}

extension Evaluation {
    /// With everything that a test does not care about.
    static func small(
        _ plan: Plan, _ model: ScriptedModel, _ recorder: any RunRecorder, scorer: ClosureScorer? = ClosureScorer(),
        connections: Int = 4, budget: Budget = .unlimited, stop: StopSwitch = StopSwitch(),
        strategy: (any Strategy)? = nil, askAgain: RefusedAgain? = nil
    ) -> Evaluation {
        Evaluation(
            plan: plan, renderer: PlainRenderer(), model: model, recorder: recorder, scorer: scorer,
            limits: EngineLimits(connections: connections, scorers: 2, budget: budget), stop: stop, askAgain: askAgain,
            strategy: strategy.map { strategy in
                StrategyUse(strategy) { request in
                    guard case .chat(let messages) = request.prompt else { throw UserError("no chat") }
                    return StrategyQuestion(messages: messages, problem: "", entryPoints: [])
                }
            })
    }
}
