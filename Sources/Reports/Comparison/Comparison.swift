public import EvaluationCore

/// What changed from one side to another, over the samples that both have.
public struct Comparison: Sendable, Hashable, Codable {
    /// One run under one task: two runs are compared under the same task, or two tasks within a run.
    public struct Side: Sendable, Hashable, Codable {
        /// Position in the study.
        public var run: Int
        public var task: PromptTask

        public init(run: Int, task: PromptTask) {
            self.run = run
            self.task = task
        }
    }

    /// One figure on both sides.
    public struct Metric: Sendable, Hashable, Codable {
        /// `SEC@1`, `accuracy`, ….
        public var name: String
        public var first: Double
        public var second: Double
        public var difference: PairedDifference
        /// Of figures that are yes or no for each item.
        public var test: McNemarTest?
    }

    /// The first metric within one weakness type.
    public struct TypeChange: Sendable, Hashable, Codable {
        public var type: WeaknessType.ID
        public var metric: Metric
        /// McNemar's, adjusted over the types by Benjamini and Hochberg.
        public var adjustedPValue: Double
    }

    /// An item whose first answer was judged differently.
    public struct ItemChange: Sendable, Hashable, Codable {
        public var sample: SampleID
        public var subject: AttemptKey.Subject
        public var first: String
        public var second: String
    }

    public var first: Side
    public var second: Side
    public var metrics: [Metric]
    public var types: [TypeChange]
    public var changes: [ItemChange]
    /// Versions that differ, samples without a partner.
    public var notes: [String]
}
