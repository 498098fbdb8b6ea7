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

    /// Half of each type's samples shown insecure, half secure, drawn by the plan's seed; of an odd number one more insecure.
    private func halves() -> [(SampleID, AttemptKey.Subject)] {
        Dictionary(grouping: samples, by: \.type).sorted { $0.key < $1.key }.flatMap { type, members in
            var generator = SeededGenerator(seed: parameters.seed, stream: "detect \(type)")
            let shuffled = members.sorted().shuffled(using: &generator)
            return shuffled.enumerated().map { position, sample -> (SampleID, AttemptKey.Subject) in
                (sample, position < (shuffled.count + 1) / 2 ? .insecure : .secure)
            }
        }
    }
}
