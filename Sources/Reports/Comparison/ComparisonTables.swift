import EvaluationCore

extension Study {
    /// Comparisons as tables for any renderer: the figures, the weakness types, and the items that were judged
    /// differently.
    public func tables(of comparisons: [Comparison]) -> [Table] {
        [figures(comparisons), types(comparisons), changes(comparisons)]
    }

    private func name(_ side: Comparison.Side) -> String { "\(names[side.run]), \(side.task.rawValue)" }

    private func figures(_ comparisons: [Comparison]) -> Table {
        var table = Table(
            id: "comparison", title: "Comparison",
            columns: [
                .init("first", "First"), .init("second", "Second"), .init("metric", "Figure"),
                .init("samples", "Samples", format: .count), .init("first-value", "First", format: .decimals(4)),
                .init("second-value", "Second", format: .decimals(4)),
                .init("difference", "Difference", format: .difference(4), isMain: true),
                .init("only-first", "Only first", format: .count), .init("only-second", "Only second", format: .count),
                .init("p", "p", format: .pValue),
            ],
            notes: [
                "Difference: second minus first. \(notes(aboutVerdicts: true)[0])",
                "Only first, only second: samples where one side alone succeeded. p: McNemar's exact test on these.",
            ] + notes(aboutVerdicts: true).dropFirst(),
            charts: [.init(title: "Difference (95 % interval)", labels: ["second", "metric"], values: ["difference"])])
        table.rows = comparisons.flatMap { comparison in
            comparison.metrics.map { metric in
                Table.Row(
                    id: "\(name(comparison.first))/\(name(comparison.second))/\(metric.name)",
                    kind: kind(ofRun: comparison.second.run),
                    cells: [
                        Cell(.text(name(comparison.first))),
                        Cell(.text(name(comparison.second)), notes: comparison.notes),
                        Cell(.text(metric.name)),
                    ] + cells(metric) + [
                        count(metric.test?.onlyFirst), count(metric.test?.onlySecond), number(metric.test?.pValue),
                    ])
            }
        }
        return table
    }

    private func types(_ comparisons: [Comparison]) -> Table {
        let metric = comparisons.first?.metrics.first?.name ?? ""
        var table = Table(
            id: "comparison-types", title: "Comparison by weakness type",
            columns: [
                .init("first", "First"), .init("second", "Second"), .init("type", "Type"), .init("metric", "Figure"),
                .init("samples", "Samples", format: .count), .init("first-value", "First", format: .decimals(2)),
                .init("second-value", "Second", format: .decimals(2)),
                .init("difference", "Difference", format: .difference(2), isMain: true),
                .init("p", "p", format: .pValue), .init("adjusted-p", "p, adjusted", format: .pValue),
            ],
            notes: ["p: McNemar's exact test. Adjusted: by Benjamini and Hochberg over the types of one comparison."],
            charts: [
                .init(title: "Difference of \(metric) by type", labels: ["second", "type"], values: ["difference"])
            ])
        table.rows = comparisons.flatMap { comparison in
            comparison.types.map { change in
                Table.Row(
                    id: "\(name(comparison.first))/\(name(comparison.second))/\(change.type)",
                    kind: kind(ofRun: comparison.second.run),
                    cells: [
                        Cell(.text(name(comparison.first))), Cell(.text(name(comparison.second))),
                        Cell(.text(change.type.description)), Cell(.text(change.metric.name)),
                    ] + cells(change.metric) + [
                        number(change.metric.test?.pValue),
                        change.metric.test == nil ? .none : number(change.adjustedPValue),
                    ])
            }
        }
        return table
    }

    private func changes(_ comparisons: [Comparison]) -> Table {
        var table = Table(
            id: "comparison-samples", title: "Items judged differently at the first attempt",
            columns: [
                .init("first", "First"), .init("second", "Second"), .init("sample", "Sample"), .init("title", "Title"),
                .init("subject", "Shown"), .init("was", "First judged"), .init("is", "Second judged"),
            ])
        table.rows = comparisons.flatMap { comparison in
            comparison.changes.map { change in
                let item = "\(change.sample)/\(change.subject.rawValue)"
                return Table.Row(
                    id: "\(name(comparison.first))/\(name(comparison.second))/\(item)",
                    kind: kind(ofRun: comparison.second.run),
                    cells: [
                        name(comparison.first), name(comparison.second), change.sample.description,
                        titles[change.sample] ?? "", change.subject.rawValue, change.first, change.second,
                    ].map { Cell(.text($0)) })
            }
        }
        return table
    }

    private func cells(_ metric: Comparison.Metric) -> [Cell] {
        [
            Cell(.count(metric.difference.samples)), number(metric.first), number(metric.second),
            Cell(.number(metric.difference.value), interval: metric.difference.interval),
        ]
    }

    private func number(_ value: Double?) -> Cell { Cell(value.map { .number($0) } ?? .none) }
    private func count(_ value: Int?) -> Cell { Cell(value.map { .count($0) } ?? .none) }
}
