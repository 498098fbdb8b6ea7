package import EvaluationCore

/// The planned attempts of one run under `detect` or `classify`.
package struct LabelOutcomes: Sendable {
    package struct Item: Sendable {
        package var key: AttemptKey
        /// Nil while missing or not scored.
        package var answer: ParsedLabel?
        /// There is an answer, and it is not read yet.
        package var isUnscored = false
    }

    package let items: [Item]
    /// In their order, each once.
    package let samples: [SampleID]

    package init(_ study: Study, run: Int, task: PromptTask) {
        var answers: [AttemptKey: ParsedLabel] = [:]
        var unscored: Set<AttemptKey> = []
        for attempt in study.runs[run].attempts where attempt.key.task == task {
            if case .label(let label)? = attempt.score {
                answers[attempt.key] = label
            } else {
                unscored.insert(attempt.key)
            }
        }
        items = study.plannedKeys(ofRun: run, task: task).map {
            Item(key: $0, answer: answers[$0], isUnscored: unscored.contains($0))
        }
        samples = Set(items.map(\.key.sample)).sorted()
    }
}

extension LabelOutcomes.Item {
    package var isRight: Bool {
        switch (key.task, key.subject) {
        case (.classify, _): answer == .type(key.sample.type)
        case (_, .secure): answer == .secure
        default: answer == .insecure
        }
    }
}
