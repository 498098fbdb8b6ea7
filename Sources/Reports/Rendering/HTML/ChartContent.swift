import EvaluationCore

/// What a chart shows of its table: every row that it asks for, with a place for each of its columns.
struct ChartContent {
    struct Series {
        var name: String
        /// Of the style sheet.
        var colour: String
    }

    struct Figure {
        /// Position of the series.
        var series: Int
        /// Nil where the table has none.
        var value: Double?
        var interval: Interval?
        var text: String

        /// Everything that an axis must have room for.
        var extent: [Double] {
            [value, interval?.lower, interval?.upper].compactMap { $0 }.filter(\.isFinite)
        }
    }

    struct Row {
        var label: String
        var kind: Table.Row.Kind
        var figures: [Figure]
    }

    let series: [Series]
    let rows: [Row]

    /// - Returns: nil when no row has a figure to show. A column without any is left out.
    init?(_ chart: Table.Chart, _ table: Table) {
        let labels = chart.labels.compactMap { id in table.columns.firstIndex { $0.id == id } }
        let shown = table.rows.filter { chart.rows?.contains($0.id) ?? true }
        let values = chart.values.compactMap { id in table.columns.firstIndex { $0.id == id } }
            .filter { column in shown.contains { $0.cells[column].value.number != nil } }
        guard !values.isEmpty else { return nil }
        series = values.enumerated().map { index, column in
            let colour = table.columns[column].verdict.map { "v-\($0.rawValue)" } ?? "s\(index % 6)"
            return Series(
                name: chart.isStacked ? table.columns[column].header : table.columns[column].fullHeader, colour: colour)
        }
        rows = shown.map { row in
            Row(
                label: labels.map { cellText(row.cells[$0], table.columns[$0]) }.joined(separator: ", "),
                kind: row.kind,
                figures: values.enumerated().map { series, column in
                    let cell = row.cells[column]
                    return Figure(
                        series: series, value: cell.value.number, interval: cell.interval,
                        text: cellText(cell, table.columns[column], withInterval: !chart.isStacked))
                })
        }
    }
}

extension Cell.Value {
    fileprivate var number: Double? {
        if case .number(let number) = self, number.isFinite { number } else { nil }
    }
}
