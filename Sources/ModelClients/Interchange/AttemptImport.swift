public import EvaluationCore

/// Brings answers of other programs into a run.
public struct AttemptImport: Sendable {
    /// Of the dataset, in its order.
    public var samples: [SampleID]
    /// What the answers were asked for, where the file does not say.
    public var task: PromptTask
    /// Attempts handed over at once.
    public var batch = 500

    public init(samples: [SampleID], task: PromptTask) {
        self.samples = samples
        self.task = task
    }

    /// What was found, so that nothing is dropped in silence.
    public struct Summary: Sendable, Hashable {
        /// Handed over.
        public var attempts = 0
        /// IDs that the dataset does not have, and how many answers each had.
        public var unknown: [SampleID: Int] = [:]
        /// Answers that repeat an earlier one to the same question word for word. They are handed over all the same: a model may
        /// say the same thing twice.
        public var repeated = 0
        /// Samples without an answer.
        public var missing: [SampleID] = []
        /// The most and the fewest answers that any sample with an answer has.
        public var mostAttempts = 0
        public var fewestAttempts = 0
        /// Whether some answers only continue the prompt, so that the run's plan should have the form `completion`.
        public var hasContinuations = false
    }

    /// - Parameter path: JSONL, a folder, or `generations.json`; files may be gzipped.
    /// - Throws: `UserError` that names file, line and field, and what `take` throws.
    public func read(
        _ path: String, _ take: (_ attempts: [Attempt]) async throws -> Void
    ) async throws -> Summary {
        var file = try AttemptFile(path: path, samples: samples)
        let known = Set(samples)
        var summary = Summary()
        var counts: [AttemptKey: Int] = [:]
        var seen: [AttemptKey: Set<Int>] = [:]
        var batch: [Attempt] = []
        while let found = try file.next() {
            guard known.contains(found.sample) else {
                summary.unknown[found.sample, default: 0] += 1
                continue
            }
            let task = found.task ?? task
            let question = AttemptKey(sample: found.sample, task: task, subject: found.subject)
            counts[question, default: 0] += 1
            if !seen[question, default: []].insert(found.text.hashValue).inserted { summary.repeated += 1 }
            summary.hasContinuations = summary.hasContinuations || found.isContinuation
            summary.attempts += 1
            let key = AttemptKey(sample: found.sample, task: task, subject: found.subject, index: counts[question]! - 1)
            batch.append(Attempt(key: key, promptDigest: "", outcome: .answered(ModelAnswer(text: found.text))))
            if batch.count >= self.batch {
                try await take(batch)
                batch = []
            }
        }
        if !batch.isEmpty { try await take(batch) }
        let answered = Set(counts.keys.map(\.sample))
        summary.missing = samples.filter { !answered.contains($0) }
        summary.mostAttempts = counts.values.max() ?? 0
        summary.fewestAttempts = counts.values.min() ?? 0
        return summary
    }
}
