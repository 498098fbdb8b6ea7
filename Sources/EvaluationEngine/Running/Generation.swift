internal import EvaluationCore
internal import Synchronization

/// The stage that asks the model.
struct Generation: Sendable {
    private let evaluation: Evaluation
    private let newAttempts: Signal
    private let hasEnded = Flag()

    /// Attempts in a row that the server could not answer, with no answer between them, after which it counts as down.
    private static let patience = 3

    init(evaluation: Evaluation, newAttempts: Signal) {
        self.evaluation = evaluation
        self.newAttempts = newAttempts
    }

    /// Whether no further attempt will become durable.
    var isOver: Bool { hasEnded.isSet }

    private enum Result: Sendable {
        case attempt(Attempt, reserved: TokenCount, used: TokenCount)
        case failed(AttemptKey, ModelError, reserved: TokenCount)
        case misconfigured(ModelError)
        case cancelled
    }

    private struct Course {
        var account: Account
        var failuresInARow = 0
        var lastFailure: ModelError?
        var putAside: [AttemptKey] = []
        var ending: EvaluationOutcome.Ending?
    }

    func run(_ keys: [AttemptKey]) async throws -> EvaluationOutcome.Ending {
        let inbox = Inbox<Attempt>(capacity: max(256, evaluation.limits.connections))
        // Not a child task: what was answered is recorded even when the run is cancelled.
        let recording = Task { try await record(from: inbox) }
        do {
            let ending = try await ask(keys, inbox: inbox)
            inbox.close()
            try await recording.value
            end()
            return ending
        } catch {
            inbox.close()
            _ = try? await recording.value
            end()
            throw error
        }
    }

    private func end() {
        hasEnded.set()
        newAttempts.ring()
    }

    private func ask(_ keys: [AttemptKey], inbox: Inbox<Attempt>) async throws -> EvaluationOutcome.Ending {
        var course = Course(account: Account(evaluation.limits.budget))
        try await pass(over: keys, course: &course, inbox: inbox)
        if course.ending == nil, !course.putAside.isEmpty {
            let again = course.putAside.sorted()
            course.putAside = []
            evaluation.meter.update { $0.failed = 0 }
            try await pass(over: again, course: &course, inbox: inbox)
        }
        if let ending = course.ending { return ending }
        if let failure = course.lastFailure, !course.putAside.isEmpty {
            return .unavailable("\(failure); \(course.putAside.count) attempts are missing")
        }
        return .complete
    }

    /// Asks for every key once, `connections` at a time.
    private func pass(over keys: [AttemptKey], course: inout Course, inbox: Inbox<Attempt>) async throws {
        let (evaluation, meter) = (evaluation, evaluation.meter)
        var prompts = PromptSource(plan: evaluation.plan, renderer: evaluation.renderer)
        var next = keys.startIndex
        try await withThrowingTaskGroup(of: Result.self) { group in
            var underWay = 0
            while true {
                while underWay < evaluation.limits.connections, next < keys.endIndex, course.ending == nil {
                    if evaluation.stop.wasFlipped || Task.isCancelled {
                        course.ending = .interrupted
                        break
                    }
                    let (request, digest) = try prompts.request(for: keys[next])
                    let most = TokenCount(
                        input: request.prompt.estimatedTokens, output: request.parameters.maxTokens)
                    guard course.account.reserve(most) else {
                        // What is in flight may turn out cheaper than reserved.
                        if underWay == 0 {
                            course.ending = .budgetReached(
                                "\(course.account.description) does not allow another attempt")
                        }
                        break
                    }
                    next += 1
                    underWay += 1
                    group.addTask { await answer(request, digest: digest, reserved: most) }
                }
                meter.update { $0.inFlight = underWay }
                guard let result = try await group.next() else { return }
                underWay -= 1
                try await take(result, course: &course, inbox: inbox)
                if case .unavailable = course.ending { group.cancelAll() }
            }
        }
    }

    private func take(_ result: Result, course: inout Course, inbox: Inbox<Attempt>) async throws {
        switch result {
        case .attempt(let attempt, let reserved, let used):
            course.failuresInARow = 0
            course.account.settle(reserved, used: used)
            await inbox.put(attempt)
        case .failed(let key, let error, let reserved):
            course.account.settle(reserved, used: TokenCount())
            course.putAside.append(key)
            course.failuresInARow += 1
            course.lastFailure = error
            evaluation.meter.update { $0.failed += 1 }
            if course.failuresInARow >= Self.patience, course.ending == nil {
                course.ending = .unavailable("\(error)")
            }
        case .misconfigured(let error):
            throw UserError(error.description)
        case .cancelled:
            if course.ending == nil { course.ending = .interrupted }
        }
    }

    private func answer(_ request: ModelRequest, digest: String, reserved: TokenCount) async -> Result {
        func attempt(_ outcome: Attempt.Outcome) -> Attempt {
            Attempt(key: request.key, promptDigest: digest, outcome: outcome)
        }
        do {
            let answer = try await evaluation.model.answer(request)
            let used = TokenCount(
                input: answer.usage.input ?? reserved.input,
                output: answer.usage.output ?? TokenCount.estimate(answer.text + (answer.reasoning ?? "")))
            return .attempt(attempt(.answered(answer)), reserved: reserved, used: used)
        } catch let error as ModelError {
            return switch error.kind {
            case .unanswerable: .attempt(attempt(.refused(error.description)), reserved: reserved, used: TokenCount())
            case .unavailable: .failed(request.key, error, reserved: reserved)
            case .misconfigured: .misconfigured(error)
            }
        } catch is CancellationError {
            return .cancelled
        } catch {
            return .failed(request.key, ModelError(.unavailable, "\(error)"), reserved: reserved)
        }
    }

    /// Writes what has arrived in one go, so that slow storage costs one wait for many attempts.
    private func record(from inbox: Inbox<Attempt>) async throws {
        while true {
            let batch = await inbox.take()
            guard !batch.isEmpty else { return }
            do {
                try await evaluation.recorder.record(batch)
            } catch {
                inbox.close()
                throw error
            }
            evaluation.meter.update { counts in
                counts.made += batch.count
                if evaluation.scorer != nil { counts.awaitingScore += batch.count }
                for attempt in batch {
                    if attempt.answer == nil { counts.refused += 1 }
                    counts.retries += attempt.answer?.retries ?? 0
                    counts.inputTokens += attempt.answer?.usage.input ?? 0
                    counts.outputTokens += attempt.answer?.usage.output ?? 0
                }
            }
            newAttempts.ring()
        }
    }
}

/// A box for one fact.
private final class Flag: Sendable {
    private let value = Mutex(false)
    var isSet: Bool { value.withLock { $0 } }
    func set() { value.withLock { $0 = true } }
}
