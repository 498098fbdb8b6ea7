/// Horizontal bars with their 95 % intervals as an SVG figure: a block for each row, a bar for each column shown.
///
/// The colours are those of Okabe and Ito, "Color Universal Design", 2008, which people with any colour vision can
/// tell apart; the bars of a block also follow the order of the legend.
struct BarChart {
    private struct Bar {
        var series: Int
        var value: Double
        var interval: Interval?
        var text: String
    }

    private struct Block {
        var label: String
        var bars: [Bar]
    }

    /// More would be a picture of lines.
    private static let mostBlocks = 60
    private static let (labelWidth, plotWidth, valueWidth) = (260, 420, 170)
    private static let (barHeight, gap) = (16, 10)

    private let title: String
    private let series: [String]
    private let blocks: [Block]
    private let left: Int

    /// - Returns: nil when no row has a figure to show.
    init?(_ chart: Table.Chart, _ table: Table) {
        let labels = chart.labels.compactMap { id in table.columns.firstIndex { $0.id == id } }
        let values = chart.values.compactMap { id in table.columns.firstIndex { $0.id == id } }
        let blocks = table.rows.filter { !chart.otherUnit.contains($0.id) }.compactMap { row -> Block? in
            let bars = values.enumerated().compactMap { series, column -> Bar? in
                guard case .number(let value) = row.cells[column].value else { return nil }
                return Bar(
                    series: series, value: value, interval: row.cells[column].interval,
                    text: cellText(row.cells[column], table.columns[column]))
            }
            let label = labels.map { cellText(row.cells[$0], table.columns[$0]) }.joined(separator: ", ")
            return bars.isEmpty ? nil : Block(label: label, bars: bars)
        }
        guard !blocks.isEmpty else { return nil }
        title = chart.title
        series = values.map { table.columns[$0].fullHeader }
        left = blocks.count - min(blocks.count, Self.mostBlocks)
        self.blocks = Array(blocks.prefix(Self.mostBlocks))
    }

    var figure: String {
        let lowest = bounds.map(\.lower).min().map { min(0, $0) } ?? 0
        let highest = bounds.map(\.upper).max().map { $0 > 0 ? $0 : 1 } ?? 1
        let scale = Scale(lowest: lowest, highest: lowest >= 0 && highest > 0.5 ? max(1, highest) : highest)
        var y = 4
        var svg = ""
        for block in blocks {
            let middle = y + block.bars.count * Self.barHeight / 2 + 4
            let label = escapedHTML(shortened(block.label))
            svg += "<text class=\"l\" x=\"\(Self.labelWidth - 8)\" y=\"\(middle)\">\(label)</text>\n"
            for bar in block.bars {
                svg += drawn(bar, y: y, scale)
                y += Self.barHeight
            }
            y += Self.gap
        }
        let zero = scale.position(0)
        svg += "<line class=\"axis\" x1=\"\(zero)\" x2=\"\(zero)\" y1=\"0\" y2=\"\(y)\"/>\n"
        let width = Self.labelWidth + Self.plotWidth + Self.valueWidth
        let more = left > 0 ? " The first \(blocks.count) of \(blocks.count + left) rows." : ""
        return """
            <figure>
            <figcaption>\(escapedHTML(title)).\(more)\(legend)</figcaption>
            <svg role="img" aria-label="\(escapedHTML(title)); the figures are in the table above" \
            viewBox="0 0 \(width) \(y)" width="\(width)" height="\(y)">
            \(svg)</svg>
            </figure>

            """
    }

    private var bounds: [Interval] {
        blocks.flatMap {
            $0.bars.map {
                Interval(
                    lower: min($0.value, $0.interval?.lower ?? $0.value),
                    upper: max($0.value, $0.interval?.upper ?? $0.value))
            }
        }
    }

    private var legend: String {
        guard series.count > 1 else { return "" }
        return series.enumerated().map { index, name in
            let square =
                "<svg width=\"12\" height=\"12\"><rect class=\"s\(index % 6)\" width=\"12\" height=\"12\"/></svg>"
            return " <span class=\"key\">\(square) \(escapedHTML(name))</span>"
        }.joined()
    }

    private func drawn(_ bar: Bar, y: Int, _ scale: Scale) -> String {
        let (zero, end) = (scale.position(0), scale.position(bar.value))
        let (top, middle) = (y + 1, y + Self.barHeight / 2)
        var svg = """
            <rect class="s\(bar.series % 6)" x="\(min(zero, end))" y="\(top)" width="\(abs(end - zero))" \
            height="\(Self.barHeight - 3)"/>

            """
        if let interval = bar.interval {
            let (from, to) = (scale.position(interval.lower), scale.position(interval.upper))
            svg += """
                <path class="i" d="M\(from) \(middle)H\(to)M\(from) \(middle - 4)v8M\(to) \(middle - 4)v8"/>

                """
        }
        let x = Self.labelWidth + Self.plotWidth + 8
        return svg + "<text class=\"v\" x=\"\(x)\" y=\"\(middle + 4)\">\(escapedHTML(bar.text))</text>\n"
    }

    private func shortened(_ label: String) -> String {
        displayWidth(label) <= 40 ? label : fitted(label, to: 40, alignRight: false)
    }

    private struct Scale {
        var lowest: Double
        var highest: Double

        /// In tenths of a pixel.
        func position(_ value: Double) -> Double {
            let share = (value - lowest) / (highest - lowest)
            return (10 * (Double(BarChart.labelWidth) + share * Double(BarChart.plotWidth))).rounded() / 10
        }
    }
}

/// The chart as an SVG figure; nil when no row has a figure to show.
package func figure(of chart: Table.Chart, in table: Table) -> String? {
    BarChart(chart, table)?.figure
}
