public import EvaluationCore

/// Brings answers of other programs into a run.
public struct AttemptImport: Sendable {
    /// Of the dataset, in its order.
    public var samples: [SampleID]
    /// What the answers were asked for, where the file does not say.
    public var task: PromptTask
    /// Nil leaves it to what the file looks like.
    public var format: InterchangeFormat?
    /// What lies beside the answers, when a run of ours was written there.
    public var notes: ExportNotes?
    /// Attempts handed over at once.
    public var batch = 500

    /// - Parameter samples: those the answers are about; of a list by position in its order.
    public init(
        samples: [SampleID], task: PromptTask, format: InterchangeFormat? = nil, notes: ExportNotes? = nil
    ) {
        self.samples = samples
        self.task = task
        self.format = format
        self.notes = notes
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
        var file = try AttemptFile(path: path, format: format, samples: samples)
        let known = Set(samples)
        var summary = Summary()
        var seen: [AttemptKey: Set<Int>] = [:]
        var texts: [AttemptKey: Set<Int>] = [:]
        var batch: [Attempt] = []
        while let found = try file.next() {
            guard known.contains(found.sample) else {
                summary.unknown[found.sample, default: 0] += 1
                continue
            }
            let key = found.key(under: task)
            guard let found = notes.map({ $0.applied(to: found, key: key) }) ?? found else { continue }
            var question = key
            question.index = 0
            guard seen[question, default: []].insert(key.index).inserted else {
                throw UserError(
                    "'\(path)': attempt \(key.index) at \(key.sample), \(key.task.rawValue), is there twice",
                    remedy: "number attempts from 0, or leave 'attempt' out")
            }
            if !texts[question, default: []].insert(found.text.hashValue).inserted { summary.repeated += 1 }
            summary.hasContinuations = summary.hasContinuations || found.isContinuation
            summary.attempts += 1
            let outcome: Attempt.Outcome =
                found.refusal.map { .refused($0) } ?? .answered(ModelAnswer(text: found.text))
            batch.append(Attempt(key: key, promptDigest: "", outcome: outcome))
            if batch.count >= self.batch {
                try await take(batch)
                batch = []
            }
        }
        if !batch.isEmpty { try await take(batch) }
        let answered = Set(seen.keys.map(\.sample))
        summary.missing = samples.filter { !answered.contains($0) }
        summary.mostAttempts = seen.values.compactMap { $0.max() }.max().map { $0 + 1 } ?? 0
        summary.fewestAttempts = seen.values.map(\.count).min() ?? 0
        return summary
    }
}
