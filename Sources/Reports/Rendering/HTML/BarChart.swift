import EvaluationCore

extension Table.Chart {
    /// An HTML `figure` with horizontal bars as SVG, for `chartStyle`. Labels are text, whatever they hold.
    ///
    /// - Returns: nil when no row of the table has a figure to show.
    public func figure(of table: Table) -> String? {
        ChartContent(self, table).map { BarChart(self, $0).figure }
    }
}

/// Horizontal bars with their 95 % intervals as an SVG figure: a block for each row, in it a bar for each column, or
/// one bar of all columns; at its right the figures. It grows with what it shows: nothing is cut or left out.
struct BarChart {
    /// Pixels that a column of characters takes at most, in the fixed-width type of `chartStyle`.
    private static let advance = 7.5
    private static let (lineHeight, barHeight, gap, plotWidth) = (15.0, 16.0, 10.0, 420.0)
    /// Columns of characters after which a label goes on in the next line.
    private static let widestLabel = 36
    private static let axisHeight = 22.0

    private let chart: Table.Chart
    private let content: ChartContent
    private let axis: ChartAxis
    private let labels: [[String]]
    /// Where bars begin, and where their figures do.
    private let plot: Double
    private let figures: Double
    private let width: Double

    init(_ chart: Table.Chart, _ content: ChartContent) {
        (self.chart, self.content) = (chart, content)
        axis = ChartAxis(chart.scale, content.rows.flatMap { $0.figures.flatMap(\.extent) })
        labels = content.rows.map { wrapped($0.label, to: Self.widestLabel) }
        plot = Double(labels.joined().map(displayWidth).max() ?? 0) * Self.advance + 16
        figures = plot + Self.plotWidth + 12
        let texts = content.rows.flatMap { Self.bars(of: $0, chart).map(Self.text) }
        width = figures + max(20, Double(texts.map(displayWidth).max() ?? 0) * Self.advance) + 4
    }

    var figure: String {
        let heights = zip(content.rows, labels).map { row, label in
            max(
                Double(Self.bars(of: row, chart).count) * Self.barHeight, Double(label.count) * Self.lineHeight)
        }
        let bottom = Self.axisHeight + heights.reduce(0) { $0 + $1 + Self.gap }
        var svg = grid(to: bottom)
        var top = Self.axisHeight + Self.gap / 2
        for (index, row) in content.rows.enumerated() {
            svg += label(labels[index], row.kind, top: top, height: heights[index])
            let bars = Self.bars(of: row, chart)
            var y = top + (heights[index] - Double(bars.count) * Self.barHeight) / 2
            for bar in bars {
                svg += drawn(bar, y: y)
                y += Self.barHeight
            }
            top += heights[index] + Self.gap
        }
        let height = bottom + Self.axisHeight
        return """
            <figure tabindex="0">
            <figcaption>\(escapedHTML(chart.title)).\(legend)</figcaption>
            <svg role="img" aria-label="\(escapedHTML(chart.title)); the figures are in the table above" \
            viewBox="0 0 \(number(width)) \(number(height))" width="\(number(width))" height="\(number(height))">
            \(svg)</svg>
            </figure>

            """
    }

    /// The figures of each bar of a row, from left to right.
    private static func bars(of row: ChartContent.Row, _ chart: Table.Chart) -> [[ChartContent.Figure]] {
        chart.isStacked ? [row.figures] : row.figures.map { [$0] }
    }

    private static func text(of bar: [ChartContent.Figure]) -> String {
        bar.map(\.text).joined(separator: " / ")
    }

    private var legend: String {
        guard content.series.count > 1 || chart.isStacked else { return "" }
        let keys = content.series.map { series in
            let square =
                "<svg width=\"12\" height=\"12\"><rect class=\"\(series.colour)\" width=\"12\" height=\"12\"/></svg>"
            return " <span class=\"key\">\(square) \(escapedHTML(series.name))</span>"
        }
        return keys.joined() + (chart.isStacked ? " (figures in this order; what is empty is missing)" : "")
    }

    private func label(_ lines: [String], _ kind: Table.Row.Kind, top: Double, height: Double) -> String {
        let first = top + (height - Double(lines.count) * Self.lineHeight) / 2 + 11
        return lines.enumerated().map { index, line in
            let y = number(first + Double(index) * Self.lineHeight)
            return
                "<text class=\"l \(kind.rawValue)\" x=\"\(number(plot - 8))\" y=\"\(y)\">\(escapedHTML(line))</text>\n"
        }.joined()
    }

    private func drawn(_ bar: [ChartContent.Figure], y: Double) -> String {
        var svg = ""
        var start = 0.0
        for figure in bar {
            guard let value = figure.value else { continue }
            let (from, to) = (position(min(start, start + value)), position(max(start, start + value)))
            svg += """
                <rect class="\(content.series[figure.series].colour)" x="\(number(from))" y="\(number(y + 1))" \
                width="\(number(to - from))" height="\(number(Self.barHeight - 3))"/>

                """
            // Where parts are stacked, only the first ends at its own value.
            if let interval = figure.interval, !chart.isStacked || figure.series == 0 {
                svg += drawn(interval, middle: y + Self.barHeight / 2 - 0.5)
            }
            if chart.isStacked { start += value }
        }
        return svg + """
            <text class="v" x="\(number(figures))" y="\(number(y + 12))">\(escapedHTML(Self.text(of: bar)))</text>

            """
    }

    private func drawn(_ interval: Interval, middle: Double) -> String {
        guard interval.lower.isFinite, interval.upper.isFinite else { return "" }
        let (from, to) = (number(position(interval.lower)), number(position(interval.upper)))
        let line =
            "M\(from) \(number(middle))H\(to)M\(from) \(number(middle - 4))v8M\(to) \(number(middle - 4))v8"
        return "<path class=\"h\" d=\"\(line)\"/><path class=\"i\" d=\"\(line)\"/>\n"
    }

    /// A line at each tick, and its value above and below, since the figure may be taller than the screen.
    private func grid(to bottom: Double) -> String {
        axis.ticks.map { tick in
            let x = number(position(tick))
            let isZero = axis.label(tick) == "0"
            let line = """
                <line class="\(isZero ? "axis" : "grid")" x1="\(x)" x2="\(x)" y1="\(number(Self.axisHeight - 4))" \
                y2="\(number(bottom))"/>

                """
            let texts = [Self.axisHeight - 8, bottom + 14].map {
                "<text class=\"t\" x=\"\(x)\" y=\"\(number($0))\">\(axis.label(tick))</text>\n"
            }
            return line + texts.joined()
        }.joined()
    }

    private func position(_ value: Double) -> Double {
        plot + axis.share(of: value) * Self.plotWidth
    }

    /// In tenths of a pixel.
    private func number(_ value: Double) -> String {
        let tenths = (10 * value).rounded() / 10
        return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
    }
}
