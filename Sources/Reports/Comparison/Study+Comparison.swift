import EvaluationCore

extension Study {
    /// Every later run against the first, under each task that both plans have.
    public func comparisonsWithFirst() throws -> [Comparison] {
        guard runs.count >= 2 else {
            throw UserError("a comparison needs at least two runs", remedy: "name another run")
        }
        let comparisons = try runs.indices.dropFirst().flatMap { run in
            try PromptTask.allCases.filter { runs[0].plan.tasks.contains($0) && runs[run].plan.tasks.contains($0) }
                .map { try comparison(.init(run: 0, task: $0), .init(run: run, task: $0)) }
        }
        guard !comparisons.isEmpty else {
            throw UserError(
                "the runs have no task in common", remedy: "compare runs whose plans share a task, such as generate")
        }
        return comparisons
    }

    /// Of the only run, every further task that yields code against the first of them.
    public func comparisonsOfTasks() throws -> [Comparison] {
        let tasks = PromptTask.allCases.filter { $0.yieldsCode && runs[0].plan.tasks.contains($0) }
        guard let first = tasks.first, tasks.count >= 2 else {
            throw UserError(
                "\(names[0]) has no two tasks that yield code", remedy: "name another run, or run it with more tasks")
        }
        return try tasks.dropFirst().map { try comparison(.init(run: 0, task: first), .init(run: 0, task: $0)) }
    }

    /// - Throws: `UserError` when a run's plan lacks the task, when one side is code and the other labels, or when no
    ///   sample is on both sides.
    public func comparison(_ first: Comparison.Side, _ second: Comparison.Side) throws -> Comparison {
        for side in [first, second] where !runs[side.run].plan.tasks.contains(side.task) {
            throw UserError("\(names[side.run]) did not run \(side.task.rawValue)", remedy: "choose a task of its plan")
        }
        let measures = try measures(first, second)
        let pairs = measures.map { measure in
            (name: measure.name, items: PairedItems(values(measure, first), values(measure, second)))
        }
        let metrics = pairs.compactMap { $0.items.metric($0.name, bootstrap) }
        guard let main = pairs.first, metrics.first?.name == main.name else {
            throw UserError(
                "\(names[first.run]) and \(names[second.run]) have no judged sample in common",
                remedy: "score both runs, and compare runs of the same samples")
        }
        return Comparison(
            first: first, second: second, metrics: metrics, types: typeChanges(main.items, main.name),
            changes: changes(first, second, main.items.samples), notes: comparisonNotes(first, second, main.items))
    }

    private enum Measure {
        case code(CodeMeasure, String)
        case label

        var name: String {
            switch self {
            case .code(_, let name): name
            case .label: "accuracy@1"
            }
        }
    }

    private func measures(_ first: Comparison.Side, _ second: Comparison.Side) throws -> [Measure] {
        guard first.task.yieldsCode == second.task.yieldsCode, first.task.yieldsCode || first.task == second.task else {
            throw UserError(
                "\(first.task.rawValue) and \(second.task.rawValue) have no figure in common",
                remedy: "compare two tasks that yield code, or the same labelling task of two runs")
        }
        guard first.task.yieldsCode else { return [.label] }
        let attempts = min(runs[first.run].plan.attempts, runs[second.run].plan.attempts)
        let more: [Measure] =
            attempts > 1
            ? [.code(.secure(k: attempts), "SEC@\(attempts)"), .code(.codeBLEU(k: attempts), "CodeBLEU@\(attempts)")]
            : []
        let rates = [Verdict.Kind.insecure, .incorrect, .inconclusive].map {
            Measure.code(.rate($0), "share of \($0.rawValue)")
        }
        return [.code(.secure(k: 1), "SEC@1"), .code(.codeBLEU(k: 1), "CodeBLEU@1")] + more + rates
    }

    /// The figure of each sample alone.
    private func values(_ measure: Measure, _ side: Comparison.Side) -> [SampleID: Double] {
        switch measure {
        case .code(let measure, _):
            let outcomes = CodeOutcomes(self, run: side.run, task: side.task)
            var values: [SampleID: Double] = [:]
            for (row, sample) in outcomes.samples.enumerated() where !measure.isProportion || counts(sample) {
                guard let part = measure.contribution(of: outcomes[row]) else { continue }
                values[sample] = part.numerator / part.denominator
            }
            return values
        case .label:
            let items = LabelOutcomes(self, run: side.run, task: side.task).items.filter { $0.key.index == 0 }
            return Dictionary(grouping: items, by: \.key.sample).mapValues { items in
                Double(items.count { $0.isRight }) / Double(items.count)
            }
        }
    }

    private func typeChanges(_ items: PairedItems, _ name: String) -> [Comparison.TypeChange] {
        let metrics = inOrder(Set(items.samples.map(\.type))).compactMap { type in
            items.of(type).metric(name, bootstrap).map { (type: type, metric: $0) }
        }
        let adjusted = benjaminiHochberg(metrics.map { $0.metric.test?.pValue ?? 1 })
        return zip(metrics, adjusted).map {
            Comparison.TypeChange(type: $0.type, metric: $0.metric, adjustedPValue: $1)
        }
    }

    private func changes(
        _ first: Comparison.Side, _ second: Comparison.Side, _ samples: [SampleID]
    ) -> [Comparison.ItemChange] {
        func answers(_ side: Comparison.Side) -> [AttemptKey: String] {
            let all = attempts(behind: Trace(run: side.run, task: side.task, samples: samples, attempts: 1))
            return Dictionary(
                uniqueKeysWithValues: all.map { found in
                    var key = found.key
                    // Two tasks of one run are asked about the same samples.
                    key.task = first.task
                    return (key, found.judgement)
                })
        }
        let (before, after) = (answers(first), answers(second))
        return before.keys.sorted().compactMap { key in
            guard let was = before[key], let now = after[key], was != now else { return nil }
            return Comparison.ItemChange(sample: key.sample, subject: key.subject, first: was, second: now)
        }
    }

    private func comparisonNotes(
        _ first: Comparison.Side, _ second: Comparison.Side, _ items: PairedItems
    ) -> [String] {
        var notes = versionNotes(ofRun: second.run, comparedTo: first.run, judged: first.task.yieldsCode)
        for side in [first, second] {
            let alone = Set(runs[side.run].plan.samples).filter(counts).subtracting(items.samples)
                .filter { side.task != .classify || $0.type != .merged }
            if !alone.isEmpty {
                notes.append(
                    """
                    \(alone.count) samples of \(names[side.run]) have no judged partner on the other side \
                    and are left out.
                    """)
            }
            let cell =
                side.task.yieldsCode
                ? CodeRow(self, run: side.run, task: side.task)?.nameCell()
                : LabelRow(self, run: side.run, task: side.task)?.nameCell()
            notes += cell?.gaps ?? []
        }
        return unique(notes)
    }
}
