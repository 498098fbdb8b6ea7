import EvaluationCore
import Reports
import Testing

@Suite struct PaperFiguresTests {
    @Test func `Tables 2 to 5 have four models each, and one row with an example`() throws {
        let rows = try Fixture.paper().codeRows
        for task in [PromptTask.generate, .generateAware, .repair, .repairExplained] {
            #expect(rows.filter { $0.task == task }.map(\.model) == ["InCoder", "CodeGen", "StarCoder", "GPT-3.5"])
        }
        #expect(rows.filter { $0.task == .generateOneShot }.map(\.codeBLEU.count) == [2])
        #expect(rows.allSatisfy { $0.codeBLEU.allSatisfy { (1...100).contains($0) } && $0.sec.count == 2 })
    }

    @Test func `the rows of Table 6 give its averages and those of Tables 2 to 5, but for SEC@2 of repair`() throws {
        let paper = try Fixture.paper()
        for average in paper.typeAverages {
            let rows = paper.typeRows.filter { $0.task == average.task }
            #expect(Set(rows.map(\.type)).count == 18)
            #expect(abs(rows.map(\.codeBLEUAt2).reduce(0, +) / 18 - average.codeBLEUAt2) < 0.01)
            let sec = rows.map(\.secAt2).reduce(0, +) / 18
            if average.task == .repair {
                #expect(abs(sec - 0.4) < 0.0001 && average.secAt2 == 0.4556)
            } else {
                #expect(abs(sec - average.secAt2) < 0.0001)
            }
            let model = paper.codeRows.first { $0.task == average.task && $0.model == paper.detailedModel }
            #expect(model?.codeBLEU[1] == average.codeBLEUAt2)
            #expect(model?.sec[1] == average.secAt2)
        }
    }

    @Test func `the rows of Table 7 give its averages`() throws {
        let rows = try Fixture.paper().labelRows
        let types = rows.filter { $0.row.hasPrefix("CWE-") }
        #expect(types.count == 18)
        #expect(types.compactMap(\.support).reduce(0, +) == 158)
        let macro = try #require(rows.first { $0.row == "macro avg" })
        for figure in [\PaperFigures.LabelRow.precision, \.recall, \.f1] {
            let mean = types.compactMap { $0[keyPath: figure] }.reduce(0, +) / 17
            #expect(abs(mean - (try #require(macro[keyPath: figure]))) < 0.006)
        }
        let detection = types.compactMap(\.detectionAccuracy).reduce(0, +) / 18
        #expect(abs(detection - 0.73) < 0.006)
    }
}
