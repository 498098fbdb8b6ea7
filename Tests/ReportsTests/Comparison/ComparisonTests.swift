import EvaluationCore
import Reports
import TestSupport
import Testing

@Suite struct ComparisonTests {
    /// Ten samples a type; the second run solves numbers up to 8 of CWE-89, the first none.
    private let study: Study = {
        let samples = Fixture.samples(10)
        let first = Fixture.run("test/before", samples: samples, attempts: 1) { _ in Fixture.code(.insecure, 0.2) }
        let second = Fixture.run("test/after", samples: samples, attempts: 1) { key in
            let isSolved = key.sample.type.description == "CWE-89" && key.sample.number <= 8
            return Fixture.code(isSolved ? .secure : .insecure, isSolved ? 0.6 : 0.2)
        }
        return Fixture.study([first, second], perType: 10)
    }()

    @Test func `the difference, its interval and its test`() throws {
        let comparison = try #require(try study.comparisonsWithFirst().first)
        let sec = try #require(comparison.metrics.first)
        #expect(sec.name == "SEC@1")
        #expect(sec.first == 0 && abs(sec.second - 8.0 / 30) < 1e-12)
        #expect(sec.test?.onlySecond == 8 && sec.test?.onlyFirst == 0)
        #expect(abs(try #require(sec.test).pValue - 2.0 / 256) < 1e-12)
        let interval = try #require(sec.difference.interval)
        #expect(interval.lower > 0.1 && interval.upper < 0.5)
    }

    @Test func `types are tested together`() throws {
        let types = try #require(try study.comparisonsWithFirst().first).types
        #expect(types.map(\.type.description) == ["CWE-79", "CWE-89", "CWE-Aur"])
        // Three tests, the smallest p-value 2/256: adjusted it is three times that.
        #expect(abs(types[1].adjustedPValue - 3 * 2.0 / 256) < 1e-12)
        #expect(types[0].adjustedPValue == 1)
    }

    @Test func `names the samples whose verdict changed`() throws {
        let changes = try #require(try study.comparisonsWithFirst().first).changes
        #expect(changes.count == 8)
        #expect(changes.allSatisfy { $0.first == "insecure" && $0.second == "secure" })
        #expect(changes.first?.sample.description == "CWE-89_01")
    }

    @Test func `a missing attempt counts as not secure, an error of the harness leaves the pair out`() throws {
        let holes = Fixture.run("test/holes", attempts: 1) { key in
            key.sample.number == 1 ? nil : Fixture.code(key.sample.number == 2 ? .harnessError : .secure)
        }
        let whole = Fixture.run("test/whole", attempts: 1) { _ in Fixture.code(.secure) }
        let comparison = try #require(try Fixture.study([whole, holes]).comparisonsWithFirst().first)
        #expect(comparison.metrics[0].difference.samples == 9)
        #expect(comparison.metrics[0].second == 6.0 / 9)
        #expect(comparison.notes.contains { $0.contains("left out") })
        #expect(comparison.notes.contains { $0.contains("missing") })
        #expect(comparison.changes.contains { $0.second == "missing" })
    }

    @Test func `two tasks of one run can be compared`() throws {
        let run = Fixture.run(tasks: [.generate, .generateAware], attempts: 1) { key in
            Fixture.code(key.task == .generateAware ? .secure : .insecure)
        }
        let study = Fixture.study([run])
        let comparison = try study.comparison(
            .init(run: 0, task: .generate), .init(run: 0, task: .generateAware))
        #expect(comparison.metrics[0].difference.value == 1)
        #expect(comparison.changes.count == 12)
    }

    @Test func `of one run every task that yields code is compared with the first`() throws {
        let tasks: [PromptTask] = [.generate, .repair, .repairExplained, .detect]
        let run = Fixture.run(tasks: tasks, score: Fixture.mixed)
        let comparisons = try Fixture.study([run]).comparisonsOfTasks()
        #expect(comparisons.map(\.first.task) == [.generate, .generate])
        #expect(comparisons.map(\.second.task) == [.repair, .repairExplained])
        #expect(throws: UserError.self) { try Fixture.study([Fixture.run(score: Fixture.mixed)]).comparisonsOfTasks() }
    }

    @Test func `a label that is missing is said`() throws {
        let whole = Fixture.run("test/whole", tasks: [.detect], attempts: 1) { Fixture.rightLabel($0) }
        let holes = Fixture.run("test/holes", tasks: [.detect], attempts: 1) { key in
            key.sample.number == 1 ? nil : Fixture.rightLabel(key)
        }
        let comparison = try #require(try Fixture.study([whole, holes]).comparisonsWithFirst().first)
        #expect(comparison.notes.contains { $0.contains("They count as wrong") }, "\(comparison.notes)")
    }

    @Test func `labels are compared by accuracy`() throws {
        let right = Fixture.run("test/right", tasks: [.detect], attempts: 1) { Fixture.rightLabel($0) }
        let mute = Fixture.run("test/mute", tasks: [.detect], attempts: 1) { _ in .label(.unparsed) }
        let comparison = try #require(try Fixture.study([mute, right]).comparisonsWithFirst().first)
        #expect(comparison.metrics.map(\.name) == ["accuracy@1"])
        #expect(!comparison.notes.contains { $0.contains("Incomplete") }, "\(comparison.notes)")
        #expect(comparison.metrics[0].difference.value == 1)
    }

    @Test func `other versions are said`() throws {
        let one = Fixture.run("test/one") { _ in Fixture.code(.secure) }
        let other = Fixture.run("test/other", provenance: Fixture.provenance(checks: "9999999999")) { _ in
            Fixture.code(.secure)
        }
        let comparison = try #require(try Fixture.study([one, other]).comparisonsWithFirst().first)
        #expect(comparison.notes.contains { $0.contains("checks 99999999 instead of 11111111") })
    }

    @Test func `what cannot be compared is refused in words`() throws {
        #expect(throws: UserError.self) { try Fixture.study([Fixture.secureControl]).comparisonsWithFirst() }
        let labels = Fixture.run("test/labels", tasks: [.detect]) { Fixture.rightLabel($0) }
        #expect(throws: UserError.self) {
            try Fixture.study([Fixture.secureControl, labels]).comparisonsWithFirst()
        }
        let both = Fixture.run(tasks: [.generate, .detect], score: Fixture.mixed)
        #expect(throws: UserError.self) {
            try Fixture.study([both]).comparison(.init(run: 0, task: .generate), .init(run: 0, task: .detect))
        }
    }

    @Test func `looks as recorded`() throws {
        let tables = study.tables(of: try study.comparisonsWithFirst())
        try expectSnapshot(TerminalRenderer().render(tables, of: study), "comparison.txt")
    }

    @Test func `several comparisons start with a summary`() throws {
        let tasks: [PromptTask] = [.generate, .repair]
        let runs = ["test/one", "test/other"].map { Fixture.run($0, tasks: tasks, score: Fixture.mixed) }
        let study = Fixture.study(runs)
        let tables = study.tables(of: try study.comparisonsWithFirst())
        #expect(tables.count == 7)
        #expect(tables[0].rows.map(\.id).last == "test/one, repair → test/other, repair")
        #expect(Set(tables.map(\.id)).count == 7)
        for table in tables {
            #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
        }
    }
}
