import EvaluationCore
import Foundation
import Reports
import Testing

@Suite struct HTMLRendererTests {
    private func page(of study: Study) throws -> String {
        HTMLRenderer().render(try study.tables(), of: study)
    }

    @Test func `asks for nothing from elsewhere`() throws {
        let html = try page(of: Fixture.everyTask())
        #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("src="))
        #expect(html.contains("default-src 'none'"))
    }

    @Test func `can be read without scripts`() throws {
        let html = try page(of: Fixture.everyTask())
        let body = try #require(html.split(separator: "<script>").first)
        #expect(body.contains("0.5000 <span>[0.2500, 0.7500]</span>"))
        #expect(body.contains("<svg role=\"img\""))
    }

    @Test(.enabled(if: Chromium.isInstalled, Chromium.reason))
    func `opens in a browser without a word on the console, with all charts`() throws {
        let study = Fixture.everyTask(options: StudyOptions(paper: try Fixture.paper()))
        let charts = try study.tables().flatMap(\.charts)
        let page = try Chromium.open(try page(of: study))
        #expect(page.console == [])
        #expect(page.dom.ranges(of: "<svg role=\"img\"").count == charts.count)
        #expect(page.dom.contains("<th scope=\"col\"><button>Model</button></th>"), "the script did not run")
    }

    @Test(.enabled(if: Chromium.isInstalled, Chromium.reason))
    func `hostile names stay text`() throws {
        let hostile = Hostile.texts.map { text in Fixture.run(text) { _ in Fixture.code(.insecure) } }
        let html = try page(of: Fixture.study(hostile))
        let page = try Chromium.open(html)
        #expect(page.console == [])
        #expect(page.dom.contains("<title>secucogen report</title>"))
        #expect(!page.dom.contains("<img"))
        #expect(page.dom.ranges(of: "<script>").count == 1)
        #expect(page.dom.contains("&lt;img"))
    }

    @Test(.enabled(if: Chromium.isInstalled, Chromium.reason))
    func `a script that got in would be stopped by the policy`() throws {
        let html = try page(of: Fixture.everyTask())
        let broken = html.replacing("<main>", with: "<main><script>document.title = 'owned'</script>")
        let page = try Chromium.open(broken)
        #expect(!page.console.isEmpty)
        #expect(page.dom.contains("<title>secucogen report</title>"))
    }

    @Test func `a figure with attempts behind it can be a link to them`() throws {
        let table = try Fixture.everyTask().tables(["overview"])[0]
        let html = htmlTable(table) { trace, address in "?run=\(trace.run)&of=\(address)\"" }
        #expect(
            html.contains("<a href=\"?run=0&amp;of=overview/test/model/generate/sec@1&quot;\">0.500 <span>"), "\(html)")
        #expect(!html.contains("test/model/generate/model"), "a name is no figure")
        #expect(!htmlTable(table).contains("<a "))
    }

    @Test(.enabled(if: Chromium.isInstalled, Chromium.reason))
    func `sorted in either order, averages and rows without a figure stay at the end`() throws {
        let values: [(String, Table.Row.Kind, Double?)] = [
            ("low", .model, 0.1), ("none", .model, nil), ("mean", .average, 0.5), ("high", .paper, 0.9),
            ("middle", .control, 0.4),
        ]
        let table = Table(
            id: "t", title: "T", columns: [.init("name", "Name"), .init("x", "X", format: .decimals(2))],
            rows: values.map { name, kind, value in
                let figure = Cell(value.map { .number($0) } ?? .none)
                return Table.Row(id: name, kind: kind, cells: [Cell(.text(name)), figure])
            })
        let page = HTMLRenderer().render([table], of: Fixture.study([]))
        for (clicks, order) in [(1, "high middle low none mean"), (2, "low middle high none mean")] {
            let script = """
                <script>const head = document.querySelectorAll("th button")[1];
                for (let i = 0; i < \(clicks); i++) head.click();
                const names = [...document.querySelectorAll("tbody tr td:first-child")];
                document.title = names.map(cell => cell.textContent).join(" ");
                </script>
                """
            // The policy lets in no script but the page's own.
            let open = page.replacing("http-equiv=", with: "data-was=").replacing("</body>", with: "\(script)</body>")
            #expect(try Chromium.open(open).dom.contains("<title>\(order)</title>"))
        }
    }
}
