import EvaluationCore
import Reports
import TestSupport
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

    @Test func `answers that are missing and answers that are not scored are told apart`() throws {
        var run = Fixture.run(tasks: [.generate, .detect], attempts: 2) { key -> AttemptResult.Summary? in
            guard key.index == 0 else { return nil }
            return key.task.yieldsCode ? Fixture.code(.secure) : Fixture.rightLabel(key)
        }
        let row = try #require(CodeRow(Fixture.study([run]), run: 0, task: .generate))
        #expect(row.nameCell().notes.contains { $0.contains("of 24 answers") && $0.contains(", 12 are missing.") })
        for task in [PromptTask.generate, .detect] {
            let made = run.plan.attemptKeys().first { $0.task == task && $0.index == 1 }
            run.attempts.append(AttemptResult(key: try #require(made), score: nil, finish: .stop))
        }
        let study = Fixture.study([run])
        let code = try #require(CodeRow(study, run: 0, task: .generate)).nameCell().notes
        let labels = try #require(LabelRow(study, run: 0, task: .detect)).nameCell().notes
        for notes in [code, labels] {
            let gap = ", 11 are missing and 1 is not scored (`secucogen score`)"
            #expect(notes.contains { $0.contains(gap) }, "\(notes)")
        }
    }

    @Test func `attempts outside the plan are not counted, and that is said`() throws {
        var run = Fixture.run(attempts: 2) { _ in Fixture.code(.secure) }
        run.plan.attempts = 1
        let row = try #require(CodeRow(Fixture.study([run]), run: 0, task: .generate))
        #expect(row.cell(.rate(.secure)).trace?.attempts == 1)
        #expect(row.nameCell().notes.contains { $0.contains("12 attempts outside its plan") })
    }

    @Test func `verdicts from another sandbox level than the run names are marked`() throws {
        let run = Fixture.run { _ in Fixture.code(.secure, level: 1) }
        let row = try #require(CodeRow(Fixture.study([run]), run: 0, task: .generate))
        #expect(row.cell(.secure(k: 1)).notes.contains { $0.contains("sandbox level 1") })
        #expect(row.cell(.codeBLEU(k: 1)).notes.isEmpty)
    }
}
