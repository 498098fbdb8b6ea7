internal import EvaluationCore
internal import Synchronization

/// How far the asking has come: which question is next, what may still be spent, and why it ended.
final class Course: Sendable {
    struct Question: Sendable {
        var request: ModelRequest
        var digest: String
        /// The most that the answer can cost.
        var reserved: TokenCount
    }

    enum Result: Sendable {
        case attempt(Attempt, used: TokenCount)
        case failed(ModelError)
        case misconfigured(ModelError)
        case cancelled
        /// The account did not allow another call of a dialogue.
        case outOfBudget
    }

    /// Nothing more is to be asked, and what is under way is to be given up.
    struct ServerIsDown: Error {}

    private struct State {
        var account: Account
        var prompts: PromptSource
        var keys: ArraySlice<AttemptKey> = []
        var underWay = 0
        var failuresInARow = 0
        var lastFailure: ModelError?
        var putAside: [AttemptKey] = []
        var ending: EvaluationOutcome.Ending?
    }

    /// Attempts in a row that the server could not answer, with no answer between them, after which it counts as down.
    private static let patience = 3

    private let evaluation: Evaluation
    private let state: Mutex<State>

    /// - Parameter spent: by earlier commands on the same run.
    init(_ evaluation: Evaluation, spent: TokenCount) {
        self.evaluation = evaluation
        state = Mutex(
            State(
                account: Account(evaluation.limits.budget, spent: spent),
                prompts: PromptSource(
                    plan: evaluation.plan, renderer: evaluation.renderer, askAgain: evaluation.askAgain)))
    }

    func begin(_ keys: [AttemptKey]) {
        state.withLock { $0.keys = keys[...] }
    }

    /// Those that failed, once; nil when there are none or nothing more is to be asked.
    func takeFailedAgain() -> [AttemptKey]? {
        let again: [AttemptKey]? = state.withLock { state in
            guard state.ending == nil, !state.putAside.isEmpty else { return nil }
            defer { state.putAside = [] }
            return state.putAside.sorted()
        }
        if again != nil { evaluation.meter.update { $0.failed = 0 } }
        return again
    }

    var outcome: EvaluationOutcome.Ending {
        state.withLock { state in
            if let ending = state.ending { return ending }
            guard let failure = state.lastFailure, !state.putAside.isEmpty else { return .complete }
            return .unavailable("\(failure); \(state.putAside.count) attempts are missing")
        }
    }

    /// The question to ask next, in the order of the plan; nil when this connection has nothing more to do.
    ///
    /// - Throws: `UserError` of the prompt's renderer.
    func next() throws -> Question? {
        let isStopped = evaluation.stop.wasFlipped || Task.isCancelled
        return try state.withLock { state in
            guard state.ending == nil, let key = state.keys.first else { return nil }
            if isStopped {
                state.ending = .interrupted
                return nil
            }
            let (request, digest) = try state.prompts.request(for: key)
            let most = TokenCount(input: request.prompt.estimatedTokens, output: request.parameters.maxTokens)
            guard state.account.reserve(most) else {
                // What is under way may turn out cheaper than reserved; then those connections go on.
                if state.underWay == 0 {
                    state.ending = .budgetReached(Self.exhausted(state.account))
                }
                return nil
            }
            state.keys.removeFirst()
            state.underWay += 1
            evaluation.meter.update { $0.inFlight = state.underWay }
            return Question(request: request, digest: digest, reserved: most)
        }
    }

    private static func exhausted(_ account: Account) -> String {
        "\(account.description) does not allow another attempt"
    }

    /// Puts tokens by for another call of a dialogue, in place of what it still holds.
    ///
    /// - Returns: whether the budget allows it; if not, nothing changes.
    func reserve(_ most: TokenCount, inPlaceOf held: TokenCount) -> Bool {
        state.withLock { state in
            var account = state.account
            account.settle(held, used: TokenCount())
            guard account.reserve(most) else { return false }
            state.account = account
            return true
        }
    }

    func settle(_ most: TokenCount, used: TokenCount) {
        state.withLock { $0.account.settle(most, used: used) }
    }

    /// - Throws: `ServerIsDown`, or `UserError` when every other question would fail in the same way.
    func take(_ result: Result, of question: Question) throws {
        try state.withLock { state in
            state.underWay -= 1
            evaluation.meter.update { $0.inFlight = state.underWay }
            switch result {
            case .attempt(_, let used):
                state.failuresInARow = 0
                state.account.settle(question.reserved, used: used)
            case .failed(let error):
                state.account.settle(question.reserved, used: TokenCount())
                state.putAside.append(question.request.key)
                state.failuresInARow += 1
                state.lastFailure = error
                evaluation.meter.update { $0.failed += 1 }
                guard error.endsRun || state.failuresInARow >= Self.patience, state.ending == nil else { return }
                state.ending = .unavailable("\(error)")
                throw ServerIsDown()
            case .misconfigured(let error):
                throw UserError(error.description)
            case .cancelled:
                if state.ending == nil { state.ending = .interrupted }
            case .outOfBudget:
                state.account.settle(question.reserved, used: TokenCount())
                // What is under way may leave enough for it.
                state.keys = ([question.request.key] + state.keys)[...]
                if state.underWay == 0 { state.ending = state.ending ?? .budgetReached(Self.exhausted(state.account)) }
            }
        }
    }
}
