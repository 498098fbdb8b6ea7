public import EvaluationCore

/// Drives a plan: asks the model for every attempt that is missing, makes each durable, and scores what has no score.
///
/// Asking and scoring overlap and have bounds of their own. An attempt is counted as done when its record is durable; one
/// process that is killed at any moment has paid at most for the attempts that were in flight.
public struct Evaluation: ProgressSource {
    let plan: Plan
    let renderer: any PromptRenderer
    let model: any LanguageModel
    let recorder: any RunRecorder
    /// Nil leaves scoring to another command.
    let scorer: (any AttemptScorer)?
    let limits: EngineLimits
    let stop: StopSwitch
    let askAgain: RefusedAgain?
    let strategy: StrategyUse?
    let meter: ProgressMeter

    /// - Parameters:
    ///   - stop: ends it gently.
    ///   - askAgain: refused attempts that are asked again; nil leaves them as they are.
    ///   - strategy: the plan's; nil asks every question plainly.
    ///   - waits: where the model writes what it waits for, for the progress.
    public init(
        plan: Plan, renderer: any PromptRenderer, model: any LanguageModel, recorder: any RunRecorder,
        scorer: (any AttemptScorer)?, limits: EngineLimits, stop: StopSwitch = StopSwitch(),
        askAgain: RefusedAgain? = nil, strategy: StrategyUse? = nil, waits: WaitBoard? = nil
    ) {
        self.plan = plan
        self.renderer = renderer
        self.model = model
        self.recorder = recorder
        self.scorer = scorer
        self.limits = limits
        self.stop = stop
        self.askAgain = askAgain
        self.strategy = strategy
        meter = ProgressMeter(price: limits.budget.price, waits: waits, answerTimeout: limits.answerTimeout)
    }

    /// How far it is, now and then, until it has ended; the last value is the final one.
    public func progress(every interval: Duration) -> AsyncStream<ProgressSnapshot> {
        meter.snapshots(every: interval)
    }

    /// Runs to the end, or as far as it goes.
    ///
    /// - Returns: also when the server failed, a budget was reached or the task was cancelled: `ending` says so.
    /// - Throws: `UserError` when the model is misconfigured or a prompt cannot be made; what the recorder or scorer throws.
    public func run() async throws -> EvaluationOutcome {
        defer { meter.finish() }
        let finished = try await recorder.finishedAttempts().subtracting(askAgain?.keys ?? [])
        let keys = plan.attemptKeys()
        let missing = keys.filter { !finished.contains($0) }
        meter.update {
            $0.total = keys.count
            $0.reused = keys.count - missing.count
        }
        let ending = try await withThrowingTaskGroup(of: EvaluationOutcome.Ending?.self) { group in
            let newAttempts = Signal()
            let generation = Generation(evaluation: self, newAttempts: newAttempts)
            group.addTask { try await generation.run(missing) }
            if let scorer {
                let scoring = Scoring(
                    scorer: scorer, recorder: recorder, workers: limits.scorers, meter: meter, newAttempts: newAttempts,
                    askAgain: askAgain)
                group.addTask {
                    try await scoring.run(untilEndOf: generation)
                    return nil
                }
            }
            var ending: EvaluationOutcome.Ending?
            while let result = try await group.next() { ending = result ?? ending }
            return ending
        }
        return EvaluationOutcome(
            ending: Task.isCancelled ? .interrupted : ending ?? .complete, progress: meter.snapshot())
    }
}
