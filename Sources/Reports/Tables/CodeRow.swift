package import EvaluationCore

/// One run under one task that yields code: makes the cells of a row and the marks on them.
package struct CodeRow: Sendable {
    package let study: Study
    package let run: Int
    package let task: PromptTask
    package let outcomes: CodeOutcomes
    /// Rows of `outcomes` for verdicts: all, or the paper's subset.
    private let judgedRows: [Int]
    private let allRows: [Int]

    /// - Returns: nil when the run's plan does not have the task.
    package init?(_ study: Study, run: Int, task: PromptTask) {
        guard study.runs[run].plan.tasks.contains(task) else { return nil }
        self.study = study
        self.run = run
        self.task = task
        outcomes = CodeOutcomes(study, run: run, task: task)
        judgedRows = outcomes.rows { study.counts($0) }
        allRows = Array(outcomes.samples.indices)
    }

    package var kind: Table.Row.Kind { study.kind(ofRun: run) }

    /// The run's name, with what its reader must know about its versions and its gaps.
    package func nameCell(_ name: String? = nil) -> Cell {
        var notes = gaps(in: allRows)
        if outcomes.unplanned > 0 {
            notes.append(
                "\(study.names[run]), \(task.rawValue), has \(outcomes.unplanned) attempts outside its plan; they are not counted."
            )
        }
        return Cell(.text(name ?? study.names[run]), notes: notes + study.versionNotes(ofRun: run, judged: true))
    }

    /// - Parameter type: only its samples; nil for all.
    package func cell(_ measure: CodeMeasure, type: WeaknessType.ID? = nil) -> Cell {
        var rows = if case .codeBLEU = measure { allRows } else { judgedRows }
        if let type { rows = rows.filter { outcomes.samples[$0].type == type } }
        guard !rows.isEmpty, measure.k.map({ $0 <= outcomes.attempts }) ?? true else { return .none }
        let trace = Trace(
            run: run, task: task, samples: rows.map { outcomes.samples[$0] },
            attempts: measure.attempts(of: outcomes.attempts))
        // Where an error of ours stands for a verdict nothing is known yet: a figure over the rest would look finished.
        let isOpen = measure.isByChecks && outcomes.count(in: rows) { $0 == .judged(.harnessError) } > 0
        return Cell(
            isOpen ? nil : measure.estimate(outcomes, rows: rows, bootstrap: study.bootstrap),
            notes: gaps(in: rows, withVerdicts: measure.isByChecks), trace: trace)
    }

    /// What is missing or not ours to count, in words; the numbers are those of the whole row, so that a table has
    /// few notes.
    private func gaps(in rows: [Int], withVerdicts: Bool = true) -> [String] {
        let name = study.names[run]
        var notes: [String] = []
        func count(_ rows: [Int], _ state: CodeOutcomes.State) -> Int { outcomes.count(in: rows) { $0 == state } }
        let planned = allRows.count * outcomes.attempts
        if count(rows, .missing) + count(rows, .unscored) > 0 {
            let gaps = Gaps(missing: count(allRows, .missing), unscored: count(allRows, .unscored), planned: planned)
            notes.append(gaps.note(of: "\(name), \(task.rawValue)", worth: "not secure and as CodeBLEU 0"))
        }
        guard withVerdicts else { return notes }
        if count(rows, .judged(.harnessError)) > 0 {
            notes.append(
                """
                \(Gaps.heading)\(count(allRows, .judged(.harnessError))) of \(planned) attempts of \(name), \
                \(task.rawValue), met an error of the harness. No share is shown before `secucogen score` has judged them.
                """)
        }
        let levels = outcomes.sandboxLevels(in: rows)
        let said = study.runs[run].provenance.sandbox.map { Set([$0.level]) } ?? levels
        if !levels.isSubset(of: said) {
            let list = levels.sorted().map(String.init).joined(separator: " and ")
            notes.append("Verdicts of \(name), \(task.rawValue), come from sandbox level \(list).")
        }
        return notes
    }
}
