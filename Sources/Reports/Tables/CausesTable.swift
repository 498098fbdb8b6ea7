import EvaluationCore

/// Why attempts were judged as they were: what to look at first.
public struct CausesTable: ReportTable {
    public let id = "causes"
    public let summary = "how often each cause led to each verdict, for every run and task"

    public init() {}

    private struct Cause: Hashable {
        var verdict: String
        var cause: String
    }

    public func make(_ study: Study) -> Table {
        var table = Table(
            id: id, title: "Causes of the verdicts",
            columns: [
                .init("model", "Model"), .init("task", "Task"), .init("verdict", "Verdict"), .init("cause", "Cause"),
                .init("attempts", "Attempts", format: .count), .init("share", "Share", format: .decimals(3)),
            ],
            notes: ["Share: of all planned attempts, errors of the harness and missing ones included."])
        table.rows = study.rows(PromptTask.allCases.filter(\.yieldsCode)) { run, task in
            CodeRow(study, run: run, task: task).map { rows($0) }
        }.flatMap { $0 }
        table.rows += study.rows(PromptTask.allCases.filter { !$0.yieldsCode }) { run, task in
            LabelRow(study, run: run, task: task).map { refusals($0) }
        }.flatMap { $0 }
        return table
    }

    /// Of a task that asks for a label there is only to say why no label came.
    private func refusals(_ row: LabelRow) -> [Table.Row] {
        let planned = row.study.plannedKeys(ofRun: row.run, task: row.task)
        let keys = Set(planned)
        let refused = row.study.runs[row.run].attempts.filter { $0.refusal != nil && keys.contains($0.key) }
        return Dictionary(grouping: refused) { $0.refusal! }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { reason, attempts in
                Table.Row(
                    id: "\(row.study.names[row.run])/\(row.task.rawValue)/refused/\(reason)", kind: row.kind,
                    cells: [
                        row.nameCell(), Cell(.text(row.task.rawValue)), Cell(.text("refused")),
                        Cell(.text("refused: \(reason)")), Cell(.count(attempts.count)),
                        Cell(
                            .number(Double(attempts.count) / Double(planned.count)),
                            trace: Trace(
                                run: row.run, task: row.task, samples: Set(planned.map(\.sample)).sorted(),
                                attempts: row.study.runs[row.run].plan.attempts)),
                    ])
            }
    }

    private func rows(_ row: CodeRow) -> [Table.Row] {
        let trace = Trace(
            run: row.run, task: row.task, samples: row.outcomes.samples, attempts: row.outcomes.attempts)
        let planned = row.outcomes.samples.count * row.outcomes.attempts
        let counts = counts(row, planned: planned)
        let order = counts.sorted {
            ($1.value, $0.key.verdict, $0.key.cause) < ($0.value, $1.key.verdict, $1.key.cause)
        }
        let name = row.nameCell()
        return order.map { cause, count in
            let id = "\(row.study.names[row.run])/\(row.task.rawValue)/\(cause.verdict)/\(cause.cause)"
            return Table.Row(
                id: id, kind: row.kind,
                cells: [
                    name, Cell(.text(row.task.rawValue)),
                    Cell(.text(cause.verdict), verdict: Verdict.Kind(rawValue: cause.verdict)),
                    Cell(.text(cause.cause)),
                    Cell(.count(count)), Cell(.number(Double(count) / Double(planned)), trace: trace),
                ])
        }
    }

    /// How often each cause led to each verdict, among the planned attempts.
    private func counts(_ row: CodeRow, planned: Int) -> [Cause: Int] {
        let samples = Set(row.outcomes.samples)
        var counts: [Cause: Int] = [:]
        var made = 0
        for attempt in row.study.runs[row.run].attempts
        where attempt.key.task == row.task && attempt.key.index < row.outcomes.attempts
            && samples.contains(attempt.key.sample)
        {
            made += 1
            counts[cause(of: attempt), default: 0] += 1
        }
        if made < planned { counts[Cause(verdict: "missing", cause: "-")] = planned - made }
        return counts
    }

    private func cause(of result: AttemptResult) -> Cause {
        if case .code(let kind, let cause, _, _)? = result.score {
            return Cause(verdict: kind.rawValue, cause: cause ?? "-")
        }
        return Cause(verdict: TracedAttempt(key: result.key, result: result).judgement, cause: "-")
    }
}
