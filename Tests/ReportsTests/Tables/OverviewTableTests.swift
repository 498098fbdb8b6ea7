import EvaluationCore
import Reports
import Testing

@Suite struct OverviewTableTests {
    @Test func `models come before controls, and gaps and versions are marked`() throws {
        let holes = Fixture.run("test/holes", provenance: Fixture.provenance(checks: "2222222222", level: 1)) { key in
            switch (key.sample.number, key.index) {
            case (1, 0): nil
            case (2, 0): Fixture.code(.harnessError)
            case (3, _): Fixture.code(.inconclusive, level: 1)
            default: Fixture.code(.secure)
            }
        }
        let mixed = Fixture.run(tasks: [.generate, .repair], score: Fixture.mixed)
        let study = Fixture.study([Fixture.secureControl, mixed, holes])
        let tables = try study.tables(["overview"])
        try expectSnapshot(TerminalRenderer().render(tables, of: study), "gaps.txt")
        try expectSnapshot(MarkdownRenderer().render(tables, of: study), "gaps.md")
    }
}
