import EvaluationCore
import Reports
import Testing

@Suite struct PaperSubsetTests {
    @Test func `five samples of each type, the same for the same seed`() {
        let samples = Fixture.samples(10)
        let subset = paperSubset(of: samples, seed: 1)
        for type in Fixture.types {
            #expect(subset.count { $0.type == type.id } == 5)
        }
        #expect(subset == paperSubset(of: samples.reversed(), seed: 1))
        #expect(subset != paperSubset(of: samples, seed: 2))
    }

    @Test func `another type changes nothing for this one`() {
        let all = Fixture.samples(10)
        let one = all.filter { $0.type == Fixture.types[1].id }
        #expect(paperSubset(of: one, seed: 4) == paperSubset(of: all, seed: 4).intersection(one))
    }

    @Test func `SEC is counted on the subset and CodeBLEU on all samples`() throws {
        let chosen = paperSubset(of: Fixture.samples(10), seed: 0)
        let run = Fixture.run(samples: Fixture.samples(10), attempts: 1) { key in
            Fixture.code(chosen.contains(key.sample) ? .secure : .insecure, chosen.contains(key.sample) ? 1 : 0)
        }
        let study = Fixture.study([run], perType: 10, options: StudyOptions(subset: .paper))
        let row = try #require(CodeRow(study, run: 0, task: .generate))
        #expect(row.cell(.secure(k: 1)).value == .number(1))
        #expect(row.cell(.secure(k: 1)).trace?.samples.count == 15)
        #expect(row.cell(.codeBLEU(k: 1)).value == .number(50))
    }
}
