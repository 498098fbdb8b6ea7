import EvaluationCore
import Reports
import Testing

@Suite struct McNemarTests {
    @Test func `without any difference nothing is shown`() {
        #expect(McNemarTest([true, false], [true, false]).pValue == 1)
    }

    @Test func `five samples won and none lost is not yet significant`() {
        let test = McNemarTest([false, false, false, false, false], [true, true, true, true, true])
        #expect(test.onlySecond == 5)
        #expect(abs(test.pValue - 2.0 / 32) < 1e-15)
    }

    @Test func `many pairs do not underflow`() {
        let pValue = McNemarTest(onlyFirst: 2000, onlySecond: 2100).pValue
        #expect(pValue > 0.1 && pValue < 0.13)
    }

    @Test(.enabled(if: ReferencePython.isWanted, ReferencePython.reason))
    func `equals statsmodels`() throws {
        var generator = SeededGenerator(seed: 3)
        let tables = (0..<200).map { _ in (0..<2).map { _ in Int.random(in: 0...90, using: &generator) } }
        let references: [Double] = try ReferencePython.run(
            """
            from statsmodels.stats.contingency_tables import mcnemar
            answer = [float(mcnemar([[5, b], [c, 7]], exact=True).pvalue) for b, c in data]
            """, on: tables)
        for (table, reference) in zip(tables, references) {
            let ours = McNemarTest(onlyFirst: table[0], onlySecond: table[1]).pValue
            #expect(abs(ours - reference) < 1e-12, "\(table)")
        }
    }
}
