public import EvaluationCore

/// Scores what a run's file holds without a score, and asks no model.
public struct ScoringRun: ProgressSource {
    private let scoring: Scoring
    private let meter: ProgressMeter

    /// - Parameters:
    ///   - attempts: how many the file holds, for the progress.
    ///   - unscored: how many of them have no score.
    public init(
        recorder: any RunRecorder, scorer: any AttemptScorer, workers: Int, attempts: Int, unscored: Int
    ) {
        meter = ProgressMeter(price: nil)
        meter.update {
            $0.total = attempts
            $0.reused = attempts
            $0.awaitingScore = unscored
        }
        scoring = Scoring(
            scorer: scorer, recorder: recorder, workers: max(workers, 1), meter: meter, newAttempts: Signal())
    }

    public func progress(every interval: Duration) -> AsyncStream<ProgressSnapshot> {
        meter.snapshots(every: interval)
    }

    /// - Returns: `.interrupted` as the ending when the task was cancelled; what was scored until then is durable.
    /// - Throws: what scorer or recorder throw.
    public func run() async throws -> EvaluationOutcome {
        defer { meter.finish() }
        try await scoring.run(untilEndOf: nil)
        return EvaluationOutcome(
            ending: Task.isCancelled ? .interrupted : .complete, progress: meter.snapshot())
    }
}
