import EvaluationCore

/// What strategies bring and what they cost, each beside the plain question and beside plain answers for the same calls.
public struct StrategyTable: ReportTable {
    public let id = "strategies"
    public let summary = "SEC@1 and cost of each strategy, and what it gains over plain and over resample"

    public init() {}

    public func make(_ study: Study) -> Table {
        var table = Table(
            id: id, title: "Strategies",
            columns: [
                .init("model", "Model"), .init("task", "Task"), .init("strategy", "Strategy"),
                .init("samples", "n", format: .count),
                .init("sec@1", "SEC@1", format: .decimals(3), isMain: true),
                .init("functional", "Functional", format: .decimals(3)),
            ] + Self.costs(study) + Self.gains("plain") + Self.gains("resample"),
            notes: [
                """
                Functional: the share of attempts that pass the functional checks. Calls, tokens (in and out together) and seconds: of \
                the model, for one attempt, on average. Per secure: all tokens, or all money, over the number of secure attempts.
                """,
                """
                Over plain, over resample: SEC@1 minus that of the same model's run with this strategy, over the samples that both \
                have. Gained and lost: samples whose first answer is secure only with, or only without the row's strategy. p: McNemar's \
                exact test on these.
                """,
                "aware is told each sample's weakness, which nobody knows of a task of his own: it is an upper bound.",
            ] + study.notes(aboutVerdicts: true),
            charts: [
                .init(
                    title: "SEC@1 (95 % interval)", labels: ["model", "task", "strategy"], values: ["sec@1"],
                    scale: .share),
                .init(
                    title: "SEC@1 minus that of the plain question (95 % interval)",
                    labels: ["model", "task", "strategy"], values: ["plain-difference"], scale: .shareDifference),
            ])
        table.rows = study.rows(PromptTask.allCases.filter(\.yieldsCode)) { run, task in
            let group = Group(study, run: run, task: task)
            return group.hasStrategies ? CodeRow(study, run: run, task: task).map { row($0, group) } : nil
        }
        return table
    }

    /// The runs of one model under one task.
    private struct Group {
        let plain: Int?
        let resample: Int?
        let hasStrategies: Bool

        init(_ study: Study, run: Int, task: PromptTask) {
            let model = study.runs[run].plan.model
            let others = study.runs.indices.filter {
                study.runs[$0].plan.model == model && study.runs[$0].plan.tasks.contains(task)
            }
            plain = others.first { study.runs[$0].plan.strategy == nil }
            resample = others.first { study.runs[$0].plan.strategy?.hasPrefix("resample") == true }
            hasStrategies = others.contains { study.runs[$0].plan.strategy != nil }
        }
    }

    private static func costs(_ study: Study) -> [Table.Column] {
        let group = "For one attempt"
        let money: [Table.Column] =
            study.options.prices.isEmpty ? [] : [.init("cost-per-secure", "Cost per secure", format: .decimals(4))]
        return [
            .init("calls", "Calls", group: group, format: .decimals(1)),
            .init("tokens", "Tokens", group: group, format: .count),
            .init("seconds", "Seconds", group: group, format: .decimals(1)),
            .init("tokens-per-secure", "Tokens per secure", format: .count),
        ] + money
    }

    private static func gains(_ other: String) -> [Table.Column] {
        let group = "Over \(other)"
        return [
            .init("\(other)-difference", "Difference", group: group, format: .difference(3)),
            .init("\(other)-gained", "Gained", group: group, format: .count),
            .init("\(other)-lost", "Lost", group: group, format: .count),
            .init("\(other)-p", "p", group: group, format: .pValue),
        ]
    }

    private func row(_ row: CodeRow, _ group: Group) -> Table.Row {
        let (study, run) = (row.study, row.run)
        var cells = [
            row.nameCell(), Cell(.text(row.task.rawValue)), Cell(.text(study.runs[run].plan.strategy ?? "plain")),
            Cell(.count(row.outcomes.samples.count)), row.cell(.secure(k: 1)), row.cell(.functional),
        ]
        cells += costs(row)
        for partner in [group.plain, group.resample] { cells += gain(row, over: partner) }
        return Table.Row(id: "\(study.names[run])/\(row.task.rawValue)", kind: row.kind, cells: cells)
    }

    private func costs(_ row: CodeRow) -> [Cell] {
        let results = row.study.runs[row.run]
        let keys = Set(row.study.plannedKeys(ofRun: row.run, task: row.task))
        let attempts = results.attempts.filter { keys.contains($0.key) }
        guard !attempts.isEmpty else { return Array(repeating: .none, count: row.study.options.prices.isEmpty ? 4 : 5) }
        let count = Double(attempts.count)
        let secure = attempts.count { if case .code(.secure, _, _, _)? = $0.score { true } else { false } }
        func sum(_ values: [Int?]) -> Double? {
            values.allSatisfy { $0 != nil } ? Double(values.reduce(0) { $0 + ($1 ?? 0) }) : nil
        }
        // What was refused cost nothing that a server would have counted.
        let answered = attempts.filter { $0.refusal == nil }
        let input = sum(answered.map(\.usage.input))
        let output = sum(answered.map(\.usage.output))
        let tokens = input.flatMap { input in output.map { input + $0 } }
        let calls = attempts.reduce(0) { $0 + ($1.calls ?? 1) }
        let perSecure = secure > 0 ? tokens.map { $0 / Double(secure) } : nil
        func cell(_ value: Double?) -> Cell {
            Cell(value.map { .number($0) } ?? .none, trace: row.trace(row.outcomes.attempts))
        }
        var cells = [
            cell(Double(calls) / count), cell(tokens.map { $0 / count }),
            cell(attempts.reduce(0) { $0 + $1.latency } / count), cell(perSecure),
        ]
        if !row.study.options.prices.isEmpty {
            let price = row.study.options.prices[results.plan.model]
            let cost = price.flatMap { price in input.flatMap { input in output.map { price.cost(input, $0) } } }
            cells.append(cell(secure > 0 ? cost.map { $0 / Double(secure) } : nil))
        }
        return cells
    }

    private func gain(_ row: CodeRow, over partner: Int?) -> [Cell] {
        let none = Array(repeating: Cell.none, count: 4)
        guard let partner, partner != row.run,
            let comparison = try? row.study.comparison(
                .init(run: partner, task: row.task), .init(run: row.run, task: row.task)),
            let metric = comparison.metrics.first
        else { return none }
        let trace = row.trace(1)
        let test = metric.test.map {
            [Cell(.count($0.onlySecond)), Cell(.count($0.onlyFirst)), Cell(.number($0.pValue), trace: trace)]
        }
        let difference = Cell(
            .number(metric.difference.value), interval: metric.difference.interval, notes: comparison.notes,
            trace: trace)
        return [difference] + (test ?? [.none, .none, .none])
    }
}

extension CodeRow {
    /// The attempts behind a figure that rests on the first `attempts` of each sample.
    fileprivate func trace(_ attempts: Int) -> Trace {
        Trace(run: run, task: task, samples: outcomes.samples, attempts: attempts)
    }
}
