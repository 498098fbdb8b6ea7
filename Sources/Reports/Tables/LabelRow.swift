package import EvaluationCore

/// One run under `detect` or `classify`: makes the cells of a row and the marks on them.
package struct LabelRow: Sendable {
    package let study: Study
    package let run: Int
    package let task: PromptTask
    /// Of `classify`, the types that the plan asks about, in the order of Table 1.
    package let types: [WeaknessType.ID]
    package let items: LabelledItems
    private let outcomes: LabelOutcomes

    /// - Returns: nil when the run's plan does not have the task.
    package init?(_ study: Study, run: Int, task: PromptTask) {
        guard study.runs[run].plan.tasks.contains(task) else { return nil }
        self.study = study
        self.run = run
        self.task = task
        let outcomes = LabelOutcomes(study, run: run, task: task)
        self.outcomes = outcomes
        types = study.inOrder(Set(outcomes.samples.map(\.type)))
        items = Self.labelled(outcomes.items, task, types, study.options)
    }

    package var kind: Table.Row.Kind { study.kind(ofRun: run) }

    package func nameCell() -> Cell {
        Cell(.text(study.names[run]), notes: gaps(in: outcomes.items) + study.versionNotes(ofRun: run, judged: false))
    }

    package func cell(_ measure: LabelMeasure) -> Cell {
        Cell(
            items.estimate(measure, bootstrap: study.bootstrap), notes: gaps(in: outcomes.items),
            trace: trace(outcomes.items))
    }

    /// The score of one type, traced to the items that have the type or were given it.
    package func cell(_ score: LabelMeasure.Score, type: WeaknessType.ID) -> Cell {
        guard let label = types.firstIndex(of: type) else { return .none }
        let behind = outcomes.items.filter { $0.key.sample.type == type || $0.answer == .type(type) }
        return Cell(
            items.estimate(.score(score, label: label), bootstrap: study.bootstrap), notes: gaps(in: behind),
            trace: trace(behind))
    }

    package func supportCell(type: WeaknessType.ID) -> Cell {
        guard let label = types.firstIndex(of: type) else { return .none }
        let behind = outcomes.items.filter { $0.key.sample.type == type }
        return Cell(.count(items.report.labels[label].support), notes: gaps(in: behind), trace: trace(behind))
    }

    /// The share of right answers about the samples of one type.
    package func accuracyCell(type: WeaknessType.ID) -> Cell {
        let behind = outcomes.items.filter { $0.key.sample.type == type }
        guard !behind.isEmpty else { return .none }
        let narrowed = Self.labelled(behind, task, types, study.options)
        return Cell(
            narrowed.estimate(.accuracy, bootstrap: study.bootstrap), notes: gaps(in: behind), trace: trace(behind))
    }

    /// How many answers could not be read, or name what was not asked about.
    ///
    /// - Parameter type: only about its samples; nil for all.
    package func countCell(type: WeaknessType.ID? = nil, where test: (ParsedLabel) -> Bool) -> Cell {
        let behind = outcomes.items.filter { type == nil || $0.key.sample.type == type }
        guard !behind.isEmpty else { return .none }
        return Cell(.count(behind.count { $0.answer.map(test) ?? false }), trace: trace(behind))
    }

    private func trace(_ items: [LabelOutcomes.Item]) -> Trace {
        let samples = Set(items.map(\.key.sample)).sorted()
        return Trace(run: run, task: task, samples: samples, attempts: study.runs[run].plan.attempts)
    }

    private func gaps(in items: [LabelOutcomes.Item]) -> [String] {
        guard items.contains(where: { $0.answer == nil }) else { return [] }
        let gaps = Gaps(
            missing: outcomes.items.count { $0.answer == nil && !$0.isUnscored },
            unscored: outcomes.items.count(where: \.isUnscored), planned: outcomes.items.count)
        return [gaps.note(of: "\(study.names[run]), \(task.rawValue)", worth: "wrong")]
    }

    /// The paper leaves out answers that are no listed type; a missing answer is none, and stays in.
    private static func labelled(
        _ items: [LabelOutcomes.Item], _ task: PromptTask, _ types: [WeaknessType.ID], _ options: StudyOptions
    ) -> LabelledItems {
        let positions = Dictionary(uniqueKeysWithValues: types.enumerated().map { ($1, $0) })
        let clusters = Set(items.map(\.key.sample)).sorted()
        let clusterPositions = Dictionary(uniqueKeysWithValues: clusters.enumerated().map { ($1, $0) })
        let counted = items.filter { item in
            guard task == .classify, !options.countsForeignTypesAsWrong, let answer = item.answer else { return true }
            return answer.isListedType
        }
        let labelled = counted.map { item in
            let sample = clusterPositions[item.key.sample]!
            guard task == .classify else {
                let predicted: Int? = item.answer == .insecure ? 0 : item.answer == .secure ? 1 : nil
                return (sample: sample, truth: item.key.subject == .insecure ? 0 : 1, predicted: predicted)
            }
            var predicted: Int?
            if case .type(let type)? = item.answer { predicted = positions[type] }
            return (sample: sample, truth: positions[item.key.sample.type]!, predicted: predicted)
        }
        return LabelledItems(
            labelled, samples: clusters.count, labelCount: task == .classify ? types.count : 2)
    }
}

extension ParsedLabel {
    package var isListedType: Bool {
        if case .type = self { true } else { false }
    }

    package var isForeignType: Bool {
        if case .otherType = self { true } else { false }
    }
}
