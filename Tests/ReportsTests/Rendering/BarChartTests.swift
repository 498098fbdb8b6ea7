import EvaluationCore
import Reports
import TestSupport
import Testing

@Suite struct BarChartTests {
    private typealias Bar = (name: String, value: Double?)

    private func table(_ bars: [Bar], _ scale: Table.Chart.Scale, interval: Interval? = nil) -> Table {
        Table(
            id: "t", title: "T", columns: [.init("name", "Name"), .init("x", "X", format: .decimals(2))],
            rows: bars.enumerated().map { index, bar in
                Table.Row(
                    id: "\(index)", kind: .model,
                    cells: [
                        Cell(.text(bar.name)),
                        Cell(bar.value.map { .number($0) } ?? .none, interval: bar.value.flatMap { _ in interval }),
                    ])
            }, charts: [.init(title: "X", labels: ["name"], values: ["x"], scale: scale)])
    }

    private func figure(_ table: Table) throws -> String {
        let chart = try #require(table.charts.first)
        return try #require(chart.figure(of: table))
    }

    private func texts(_ class: String, in figure: String) -> [String] {
        figure.matches(of: /<text class="([^"]*)"[^>]*>([^<]*)<\/text>/).filter { $0.1.hasPrefix(`class`) }
            .map { String($0.2) }
    }

    private func widths(of figure: String) -> [Double] {
        figure.matches(of: /<rect class="[^"]*" x="[^"]*" y="[^"]*" width="([^"]*)"/).compactMap { Double($0.1) }
    }

    @Test(arguments: [
        (Table.Chart.Scale.share, [0.01, 0.02], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (.share, [1, 0], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (.codeBLEU, [3, 4.5], ["0", "20", "40", "60", "80", "100"]),
        (.shareDifference, [0.03, 0.01], ["-0.1", "-0.05", "0", "+0.05", "+0.1"]),
        (.shareDifference, [-0.3, 0.1], ["-0.5", "-0.25", "0", "+0.25", "+0.5"]),
        (.codeBLEUDifference, [11], ["-20", "-10", "0", "+10", "+20"]),
    ])
    func `the axis follows from what is measured, not from the figures`(
        scale: Table.Chart.Scale, values: [Double], ticks: [String]
    ) throws {
        let figure = try figure(table(values.map { ("a", $0) }, scale))
        #expect(Array(texts("t", in: figure).enumerated().filter { $0.offset % 2 == 0 }.map(\.element)) == ticks)
    }

    @Test func `a bar is as long as its figure is great`() throws {
        let widths = widths(of: try figure(table([("a", 0.1), ("b", 0.2), ("c", 1)], .share)))
        #expect(widths[1] == 2 * widths[0] && widths[2] == 10 * widths[0])
    }

    @Test func `an interval has both its ends, and an axis room for them`() throws {
        let figure = try figure(table([("a", 0.1)], .shareDifference, interval: Interval(lower: -0.3, upper: 0.4)))
        #expect(figure.contains("<path class=\"i\""))
        #expect(texts("t", in: figure).contains("-0.5"))
        #expect(texts("v", in: figure) == ["0.10 [-0.30, 0.40]"])
    }

    @Test func `every row has its bar and its figure, however many there are`() throws {
        let bars = (0..<300).map { ("model-\($0)", Double($0) / 300) }
        let figure = try figure(table(bars, .share))
        #expect(texts("l", in: figure) == bars.map(\.0))
        #expect(texts("v", in: figure).count == 300)
        #expect(widths(of: figure).count == 300)
    }

    @Test func `a row without a figure says so`() throws {
        let figure = try figure(table([("a", 0.5), ("b", nil)], .share))
        #expect(texts("l", in: figure) == ["a", "b"])
        #expect(texts("v", in: figure) == ["0.50", "-"])
    }

    @Test func `without any figure there is no chart`() {
        let table = table([("a", nil)], .share)
        #expect(table.charts[0].figure(of: table) == nil)
    }

    @Test func `a long name takes several lines and stays whole`() throws {
        let name = "provider/" + (1...20).map { "part\($0)" }.joined(separator: "-")
        let lines = texts("l", in: try figure(table([(name, 0.5)], .share)))
        #expect(lines.count > 2)
        #expect(lines.joined() == name)
    }

    @Test func `the verdicts of a row stand in one bar`() throws {
        let study = Fixture.everyTask()
        let overview = try #require(try study.tables(["overview"]).first)
        let chart = try #require(overview.charts.first { $0.isStacked })
        let figure = try #require(chart.figure(of: overview))
        #expect(texts("v", in: figure).count == overview.rows.count)
        #expect(texts("v", in: figure)[0] == "0.375 / 0.625 / 0.000 / 0.000")
        #expect(figure.ranges(of: "class=\"i\"").count == overview.rows.count, "the interval of secure alone")
        let (secure, insecure) = (widths(of: figure)[0], widths(of: figure)[1])
        #expect(abs(insecure / secure - 0.625 / 0.375) < 0.01)
        for verdict in ["secure", "insecure", "incorrect", "inconclusive"] {
            #expect(figure.contains("class=\"v-\(verdict)\""))
        }
    }

    @Test(arguments: builtInTables.map(\.id))
    func `every row of a table with a chart is in its charts`(id: String) throws {
        let study = Fixture.study(for: id, options: StudyOptions(paper: try Fixture.paper()))
        let table = try #require(try study.tables([id]).first)
        for chart in table.charts {
            let figure = try #require(chart.figure(of: table))
            let bars = chart.isStacked ? 1 : chart.values.count
            #expect(texts("v", in: figure).count == bars * table.rows.count)
        }
    }

    @Test func `a comparison has each of its figures in one of its charts`() throws {
        let runs = ["test/one", "test/other"].map { Fixture.run($0, score: Fixture.mixed) }
        let study = Fixture.study(runs)
        let table = try #require(study.tables(of: try study.comparisonsWithFirst()).first)
        #expect(table.charts.map(\.scale) == [.shareDifference, .codeBLEUDifference])
        #expect(table.charts.flatMap { $0.rows ?? [] }.sorted() == table.rows.map(\.id).sorted())
    }

    @Test func `names are text`() throws {
        for text in Hostile.texts {
            let figure = try figure(table([(text, 0.5)], .share))
            #expect(!figure.contains("<script") && !figure.contains("<img") && !figure.contains("onload=alert(1)>"))
        }
    }

    @Test(.enabled(if: Chromium.isInstalled, Chromium.reason))
    func `nothing is clipped, however wide the letters`() throws {
        let names = [
            "WWWWWWWW" + String(repeating: "W", count: 60), String(repeating: "漢字", count: 30), "i", "one two",
        ]
        let table = table(names.map { ($0, 0.5) }, .share, interval: Interval(lower: 0, upper: 1))
        let script = """
            const svg = document.querySelector("svg[role=img]"), box = svg.viewBox.baseVal;
            const outside = [...svg.querySelectorAll("*")].map(e => [e, e.getBBox()])
              .filter(([e, b]) => b.x < 0 || b.y < 0 || b.x + b.width > box.width || b.y + b.height > box.height);
            document.title = "outside: " + outside.length + " of " + svg.querySelectorAll("*").length;
            """
        let page = "<!doctype html><meta charset=utf-8><style>\(chartStyle)</style>\(try figure(table))"
        let dom = try Chromium.open("\(page)<script>\(script)</script>").dom
        #expect(dom.contains(/<title>outside: 0 of [1-9]/), "\(dom.prefix(300))")
    }
}
