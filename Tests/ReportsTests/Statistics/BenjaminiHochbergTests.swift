import EvaluationCore
import Reports
import Testing

@Suite struct BenjaminiHochbergTests {
    @Test func `adjusted values keep the order in which they were given`() {
        let adjusted = benjaminiHochberg([0.04, 0.01, 0.03])
        #expect(zip(adjusted, [0.04, 0.03, 0.04]).allSatisfy { abs($0 - $1) < 1e-15 })
        #expect(benjaminiHochberg([]) == [])
    }

    @Test(.enabled(if: ReferencePython.isWanted, ReferencePython.reason))
    func `equals statsmodels`() throws {
        var generator = SeededGenerator(seed: 5)
        let families = (0..<100).map { _ in
            (0..<Int.random(in: 1...18, using: &generator)).map { _ in
                (Double.random(in: 0...1, using: &generator) * 50).rounded() / 50
            }
        }
        let references: [[Double]] = try ReferencePython.run(
            """
            from statsmodels.stats.multitest import multipletests
            answer = [list(map(float, multipletests(p, method="fdr_bh")[1])) for p in data]
            """, on: families)
        for (family, reference) in zip(families, references) {
            #expect(zip(benjaminiHochberg(family), reference).allSatisfy { abs($0 - $1) < 1e-12 })
        }
    }
}
