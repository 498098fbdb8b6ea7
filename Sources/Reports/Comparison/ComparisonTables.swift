import EvaluationCore

extension Study {
    /// Comparisons as tables for any renderer: the main figure of each, and then for each all its figures, its
    /// weakness types and the items that were judged differently.
    public func tables(of comparisons: [Comparison]) -> [Table] {
        let summary = comparisons.count > 1 ? [summary(comparisons)] : []
        return summary
            + comparisons.enumerated().flatMap { index, comparison in
                [figures(comparison, index + 1), types(comparison, index + 1), changes(comparison, index + 1)]
            }
    }

    private func name(_ side: Comparison.Side) -> String { "\(names[side.run]), \(side.task.rawValue)" }

    private func heading(_ comparison: Comparison) -> String {
        "\(name(comparison.first)) → \(name(comparison.second))"
    }

    private func summary(_ comparisons: [Comparison]) -> Table {
        var table = Table(
            id: "comparison", title: "Comparisons",
            columns: [.init("first", "First"), .init("second", "Second"), .init("metric", "Figure")]
                + figureColumns(places: 3) + testColumns,
            notes: figureNotes,
            charts: [
                .init(
                    title: "Difference (95 % interval)", labels: ["second", "metric"], values: ["difference"],
                    scale: .shareDifference)
            ])
        table.rows = comparisons.compactMap { comparison in
            comparison.metrics.first.map { metric in
                Table.Row(
                    id: heading(comparison), kind: kind(ofRun: comparison.second.run),
                    cells: [
                        Cell(.text(name(comparison.first))),
                        Cell(.text(name(comparison.second)), notes: comparison.notes),
                        Cell(.text(metric.name)),
                    ] + cells(metric) + testCells(metric))
            }
        }
        return table
    }

    private func figures(_ comparison: Comparison, _ number: Int) -> Table {
        Table(
            id: "comparison-\(number)", title: heading(comparison),
            columns: [.init("metric", "Figure")] + figureColumns(places: 4) + testColumns,
            rows: comparison.metrics.map { metric in
                Table.Row(
                    id: metric.name, kind: kind(ofRun: comparison.second.run),
                    cells: [Cell(.text(metric.name), notes: comparison.notes)] + cells(metric) + testCells(metric))
            },
            notes: figureNotes,
            charts: differenceCharts(comparison.metrics.map(\.name)))
    }

    /// Shares and CodeBLEU have no axis in common.
    private func differenceCharts(_ metrics: [String]) -> [Table.Chart] {
        let similarities = metrics.filter { $0.hasPrefix("CodeBLEU") }
        let shares = metrics.filter { !similarities.contains($0) }
        let charts: [(name: String, rows: [String], scale: Table.Chart.Scale)] = [
            ("shares", shares, .shareDifference), ("CodeBLEU", similarities, .codeBLEUDifference),
        ]
        return charts.filter { !$0.rows.isEmpty }.map { name, rows, scale in
            Table.Chart(
                title: "Difference of \(name) (95 % interval)", labels: ["metric"], values: ["difference"],
                scale: scale, rows: Set(rows))
        }
    }

    private func types(_ comparison: Comparison, _ number: Int) -> Table {
        let metric = comparison.metrics.first?.name ?? ""
        return Table(
            id: "comparison-\(number)-types", title: "\(heading(comparison)): \(metric) by weakness type",
            columns: [.init("type", "Type")] + figureColumns(places: 2)
                + [.init("p", "p", format: .pValue), .init("adjusted-p", "p, adjusted", format: .pValue)],
            rows: comparison.types.map { change in
                let pValues = change.metric.test.map { [$0.pValue, change.adjustedPValue] }
                return Table.Row(
                    id: change.type.description, kind: kind(ofRun: comparison.second.run),
                    cells: [Cell(.text(change.type.description))] + cells(change.metric)
                        + (pValues?.map { Cell(.number($0)) } ?? [.none, .none]))
            },
            notes: ["p: McNemar's exact test. Adjusted: by Benjamini and Hochberg over the types."],
            charts: [
                .init(
                    title: "Difference of \(metric) by type (95 % interval)", labels: ["type"], values: ["difference"],
                    scale: .shareDifference)
            ])
    }

    private func changes(_ comparison: Comparison, _ number: Int) -> Table {
        Table(
            id: "comparison-\(number)-samples",
            title: "\(heading(comparison)): judged differently at the first attempt",
            columns: [
                .init("sample", "Sample"), .init("title", "Title"), .init("subject", "Shown"), .init("was", "First"),
                .init("is", "Second"),
            ],
            rows: comparison.changes.map { change in
                Table.Row(
                    id: "\(change.sample)/\(change.subject.rawValue)", kind: kind(ofRun: comparison.second.run),
                    cells: [change.sample.description, titles[change.sample] ?? "", change.subject.rawValue].map {
                        Cell(.text($0))
                    } + [
                        judgement(change.first, under: comparison.first.task),
                        judgement(change.second, under: comparison.second.task),
                    ])
            })
    }

    /// An answer to `detect` may be the word of a verdict, and is none.
    private func judgement(_ text: String, under task: PromptTask) -> Cell {
        let word = String(text.prefix { $0 != " " })
        return Cell(.text(text), verdict: task.yieldsCode ? Verdict.Kind(rawValue: word) : nil)
    }

    private func figureColumns(places: Int) -> [Table.Column] {
        [
            .init("samples", "Samples", format: .count), .init("first-value", "First", format: .decimals(places)),
            .init("second-value", "Second", format: .decimals(places)),
            .init("difference", "Difference", format: .difference(places), isMain: true),
        ]
    }

    private var testColumns: [Table.Column] {
        [
            .init("only-first", "Only first", format: .count), .init("only-second", "Only second", format: .count),
            .init("p", "p", format: .pValue),
        ]
    }

    private var figureNotes: [String] {
        ["Difference: second minus first. CodeBLEU from 0 to 100, all other figures from 0 to 1."]
            + notes(aboutVerdicts: true)
            + ["Only first, only second: samples where one side alone succeeded. p: McNemar's exact test on these."]
    }

    private func cells(_ metric: Comparison.Metric) -> [Cell] {
        [
            Cell(.count(metric.difference.samples)), Cell(.number(metric.first)), Cell(.number(metric.second)),
            Cell(.number(metric.difference.value), interval: metric.difference.interval),
        ]
    }

    private func testCells(_ metric: Comparison.Metric) -> [Cell] {
        guard let test = metric.test else { return [.none, .none, .none] }
        return [Cell(.count(test.onlyFirst)), Cell(.count(test.onlySecond)), Cell(.number(test.pValue))]
    }
}
