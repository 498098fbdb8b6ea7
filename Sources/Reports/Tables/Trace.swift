public import EvaluationCore

/// The attempts that a figure was computed from: of one run and task, those at these samples with an index below
/// `attempts`.
public struct Trace: Sendable, Hashable, Codable {
    /// Position in the study.
    public var run: Int
    public var task: PromptTask
    public var samples: [SampleID]
    public var attempts: Int

    public init(run: Int, task: PromptTask, samples: [SampleID], attempts: Int) {
        self.run = run
        self.task = task
        self.samples = samples
        self.attempts = attempts
    }
}
