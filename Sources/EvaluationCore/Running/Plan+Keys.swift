extension Plan {
    /// Every attempt that the plan asks for, in the order of their keys.
    ///
    /// Samples of the merged type have no part in `classify`: no single CWE is the right answer (paper, section 2.2.1).
    public func attemptKeys() -> [AttemptKey] {
        var keys: [AttemptKey] = []
        for task in tasks {
            for (sample, subject) in questions(of: task) {
                for index in 0..<attempts {
                    keys.append(AttemptKey(sample: sample, task: task, subject: subject, index: index))
                }
            }
        }
        return keys.sorted()
    }

    private func questions(of task: PromptTask) -> [(SampleID, AttemptKey.Subject)] {
        switch task {
        case .generate, .generateAware, .generateOneShot, .repair, .repairExplained:
            samples.map { ($0, .task) }
        case .classify:
            samples.filter { $0.type != .merged }.map { ($0, .insecure) }
        case .detect where detection == .all:
            samples.flatMap { [($0, .insecure), ($0, .secure)] }
        case .detect:
            halves()
        }
    }

    /// Of each pair of a type's samples (1 and 2, 3 and 4, …) one shown insecure, the other secure, drawn by the plan's seed.
    ///
    /// What a sample is shown as does not depend on which others the plan has, so that a run that grows keeps its items; of a
    /// type's ten samples five are shown insecure, and of one sample a type about half.
    private func halves() -> [(SampleID, AttemptKey.Subject)] {
        samples.sorted().map { sample in
            let pair = (sample.number + 1) / 2
            var generator = SeededGenerator(seed: parameters.seed, stream: "detect \(sample.type) \(pair)")
            let firstIsInsecure = Bool.random(using: &generator)
            return (sample, firstIsInsecure == (sample.number % 2 == 1) ? .insecure : .secure)
        }
    }
}
