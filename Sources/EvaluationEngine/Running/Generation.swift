internal import EvaluationCore
internal import Synchronization

/// The stage that asks the model.
struct Generation: Sendable {
    private let evaluation: Evaluation
    private let newAttempts: Signal
    private let hasEnded = Flag()

    init(evaluation: Evaluation, newAttempts: Signal) {
        self.evaluation = evaluation
        self.newAttempts = newAttempts
    }

    /// Whether no further attempt will become durable.
    var isOver: Bool { hasEnded.isSet }

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
        let course = Course(evaluation, spent: try await spentBefore())
        try await pass(over: keys, course: course, inbox: inbox)
        if let again = course.takeFailedAgain() { try await pass(over: again, course: course, inbox: inbox) }
        return course.outcome
    }

    /// What the run used up before this command.
    private func spentBefore() async throws -> TokenCount {
        guard !evaluation.limits.budget.isUnlimited else { return TokenCount() }
        let spent = try await evaluation.recorder.spentTokens()
        var prompts = PromptSource(plan: evaluation.plan, renderer: evaluation.renderer, askAgain: nil)
        let uncounted = try spent.uncountedPrompts.reduce(0) {
            try $0 + prompts.request(for: $1).0.prompt.estimatedTokens
        }
        return TokenCount(input: spent.input + uncounted, output: spent.output)
    }

    /// Asks for every key once. Each connection takes the next question itself as soon as it has its answer.
    private func pass(over keys: [AttemptKey], course: Course, inbox: Inbox<Attempt>) async throws {
        course.begin(keys)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<min(evaluation.limits.connections, keys.count) {
                    group.addTask { try await ask(course, inbox: inbox) }
                }
                // Leaves at the first error, and so cancels the others.
                while try await group.next() != nil {}
            }
        } catch is Course.ServerIsDown {
            // The course knows, and the group has cancelled what was under way.
        }
    }

    private func ask(_ course: Course, inbox: Inbox<Attempt>) async throws {
        while var question = try course.next() {
            let result: Course.Result
            if let use = evaluation.strategy {
                result = try await converse(&question, use, course)
            } else {
                result = try await outcome(of: question) {
                    let answer = try await evaluation.model.answer(question.request)
                    return (answer, answer.used(atMost: question.reserved))
                }
            }
            if case .attempt(let attempt, _) = result { await inbox.put(attempt) }
            try course.take(result, of: question)
            if case .outOfBudget = result { return }
        }
    }

    /// A dialogue settles its calls itself; what it leaves of the reservation is given back with the question.
    private func converse(
        _ question: inout Course.Question, _ use: StrategyUse, _ course: Course
    ) async throws -> Course.Result {
        let steps = try await stepsBefore(question.request.key)
        let told = try use.question(question.request)
        let dialogue = RecordedDialogue(question, known: steps, evaluation: evaluation, course: course)
        let result = try await outcome(of: question) {
            let chosen = try await use.strategy.answer(told, in: dialogue)
            return (await dialogue.whole(chosen), TokenCount())
        }
        question.reserved = await dialogue.reserved
        return result
    }

    /// What is known of an attempt's dialogue. A refusal that is asked again is not, nor what came of it.
    private func stepsBefore(_ key: AttemptKey) async throws -> [AttemptStep] {
        let steps = try await evaluation.recorder.steps(of: key)
        guard evaluation.askAgain?.keys.contains(key) == true else { return steps }
        return Array(steps.prefix { if case .refused = $0.content { false } else { true } })
    }

    /// - Throws: `UserError` of a tool, which every other question would meet as well.
    private func outcome(
        of question: Course.Question, _ answering: () async throws -> (ModelAnswer, used: TokenCount)
    ) async throws -> Course.Result {
        func attempt(_ outcome: Attempt.Outcome) -> Attempt {
            Attempt(key: question.request.key, promptDigest: question.digest, outcome: outcome)
        }
        do {
            let (answer, used) = try await answering()
            return .attempt(attempt(.answered(answer)), used: used)
        } catch let error as ModelError {
            return switch error.kind {
            case .unanswerable:
                .attempt(
                    attempt(.refused(Refusal(error.refusal, error.description).description)), used: TokenCount())
            case .unavailable: .failed(error)
            case .misconfigured: .misconfigured(error)
            }
        } catch is CancellationError {
            return .cancelled
        } catch is RecordedDialogue.OutOfBudget {
            return .outOfBudget
        } catch let error as UserError {
            throw error
        } catch {
            return .failed(ModelError(.unavailable, "\(error)"))
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
