import EvaluationCore
import Reports
import Testing

/// SEC by people beside SEC by the checks.
@Suite struct PeopleVerdictsTests {
    private let samples = Fixture.samples(1)

    /// Three samples with two attempts each; what the checks and what people say of each, nil where nobody was asked.
    private func study(
        checks: [[Verdict.Kind]], people: [[Judgement.Verdict?]], task: PromptTask = .generate
    ) -> Study {
        let run = Fixture.run(tasks: [task], samples: samples, attempts: 2) { key in
            Fixture.code(checks[samples.firstIndex(of: key.sample)!][key.index])
        }
        var said: [AttemptKey: Judgement.Verdict] = [:]
        for key in run.plan.attemptKeys() { said[key] = people[samples.firstIndex(of: key.sample)!][key.index] }
        return Fixture.study([run], perType: 1, people: PeopleVerdicts(runs: [said], items: []))
    }

    private func row(_ table: Table) throws -> [String: Cell.Value] {
        let cells = try #require(table.rows.first).cells
        return Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.id), cells.map(\.value)))
    }

    @Test(arguments: [
        ("table2", PromptTask.generate), ("table3", .generateAware), ("table4", .repair), ("table5", .repairExplained),
    ])
    func `people's SEC@k counts the samples of which they judged the first k attempts, and the checks' the same`(
        id: String, task: PromptTask
    ) throws {
        let study = study(
            checks: [[.secure, .insecure], [.insecure, .secure], [.secure, .secure]],
            people: [[.insecure, .secure], [.secure, nil], [nil, .secure]], task: task)
        let row = try row(study.tables([id])[0])
        #expect(row["people-sec@1"] == .number(0.5))
        #expect(row["checks-sec@1"] == .number(0.5))
        #expect(row["people-sec@2"] == .number(1))
        #expect(row["checks-sec@2"] == .number(1))
        #expect(row["sec@1"] == .number(2.0 / 3))
    }

    @Test func `an error of the harness hides the checks' figure, and not what people say`() throws {
        let study = study(
            checks: [[.harnessError, .insecure], [.insecure, .insecure], [.secure, .secure]],
            people: [[.insecure, .secure], [.secure, .secure], [nil, nil]])
        let row = try row(study.tables(["table2"])[0])
        #expect(row["people-sec@2"] == .number(1))
        #expect(row["checks-sec@2"] == Cell.Value.none)
    }

    @Test func `nobody was asked: no such columns`() throws {
        let run = Fixture.run(samples: samples, attempts: 2) { _ in Fixture.code(.secure) }
        for id in ["table2", "table6"] {
            let table = try Fixture.study([run], perType: 1).tables([id])[0]
            #expect(!table.columns.contains { $0.id.contains("people") })
        }
    }

    @Test func `Table 6 has them by type`() throws {
        let study = study(
            checks: [[.secure, .insecure], [.insecure, .insecure], [.secure, .secure]],
            people: [[.insecure, .insecure], [.insecure, .secure], [nil, nil]])
        let table = try study.tables(["table6"])[0]
        let column = try #require(table.columns.firstIndex { $0.id == "generate.people-sec@2" })
        #expect(table.rows.map { $0.cells[column].value } == [.number(0), .number(1), .none, .number(0.5)])
    }

    @Test func `a whole report ends with the agreement`() throws {
        let item = ReviewedItem(
            item: ReviewItem(id: "i", sample: samples[0], code: ""), raters: ["ada": .secure], checks: .secure)
        let study = Fixture.study([], people: PeopleVerdicts(runs: [], items: [item]))
        #expect(try study.tables().map(\.id).suffix(2) == ["review-verdicts", "review-secure"])
    }
}
