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
}
