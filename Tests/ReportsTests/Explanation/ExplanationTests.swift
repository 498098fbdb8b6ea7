import EvaluationCore
import Reports
import TestSupport
import Testing

@Suite struct ExplanationTests {
    private let study = Fixture.everyTask()

    @Test func `gives the attempts from which the figure follows`() throws {
        let explanation = try study.explain("table2/test/model/sec@1")
        #expect(explanation.attempts.count == 12)
        #expect(explanation.attempts.allSatisfy { $0.key.index == 0 && $0.key.task == .generate })
        #expect(explanation.attempts.count { $0.judgement == "secure" } == 6)
        #expect(explanation.cell.value == .number(0.5))
    }

    @Test func `every traced share can be counted again from its attempts`() throws {
        let study = Fixture.everyTask(options: StudyOptions(replicates: 2))
        for table in builtInTables.map({ $0.make(study) }) {
            for row in table.rows {
                for (column, cell) in zip(table.columns, row.cells) where cell.trace != nil {
                    let explanation = try study.explain("\(table.id)/\(row.id)/\(column.id)")
                    #expect(!explanation.attempts.isEmpty)
                    guard case .number(let value) = cell.value, column.id == "secure" else { continue }
                    let secure = explanation.attempts.count { $0.judgement == "secure" }
                    #expect(value == Double(secure) / Double(explanation.attempts.count))
                }
            }
        }
    }

    @Test func `a missing attempt is listed as missing`() throws {
        let run = Fixture.run { $0.sample.number == 1 ? nil : Fixture.code(.secure) }
        let explanation = try Fixture.study([run]).explain("overview/test/model/generate/sec@1")
        #expect(explanation.attempts.count { $0.judgement == "missing" } == 3)
    }

    @Test(arguments: [
        ("table2", "address"), ("table9/x/y", "table9"), ("table2/nobody/sec@1", "nobody"),
        ("table2/test/model/sec@9", "sec@9"), ("table2/test/model/model", "attempts"),
    ])
    func `a wrong address is refused in words`(address: String, word: String) {
        #expect {
            try study.explain(address)
        } throws: { error in
            error is UserError && "\(error)".contains(word)
        }
    }

    @Test func `looks as recorded`() throws {
        let explanation = try study.explain("table6/test/model/CWE-89/generate.sec@2")
        let table = explanation.table(study) { "security/test_\($0.index):7: seen at \($0.sample)" }
        try expectSnapshot(TerminalRenderer().render([table], of: study), "explanation.txt")
    }

    @Test(arguments: ReportFormat.allCases)
    func `every attempt has its line of evidence in every format`(format: ReportFormat) throws {
        let explanation = try study.explain("table6/test/model/CWE-89/generate.sec@2")
        let table = explanation.table(study) { key in
            key.index == 0 ? "word\(key.sample.number) <b>" : nil
        }
        let text = format.renderer(width: 80).render([table], of: study)
        for number in 1...4 { #expect(text.contains("word\(number)")) }
        #expect([.terminal, .csv, .json].contains(format) || !text.contains("<b>"))
    }

    @Test func `of an attempt that was not made nobody asks for evidence`() throws {
        let run = Fixture.run { $0.sample.number == 1 ? nil : Fixture.code(.secure) }
        let study = Fixture.study([run])
        _ = try study.explain("overview/test/model/generate/sec@1").table(study) { key in
            #expect(key.sample.number != 1)
            return nil
        }
    }
}
