import EvaluationCore
import Reports
import Testing

/// Which attempts count, and as what.
@Suite struct CodeMeasureTests {
    /// One sample with these verdicts; nil is a missing attempt.
    private func figure(_ measure: CodeMeasure, _ verdicts: [Verdict.Kind?]) -> Double? {
        let sample = Fixture.samples(1)[0]
        let run = Fixture.run(samples: [sample], attempts: verdicts.count) { key in
            verdicts[key.index].map { Fixture.code($0, Double(key.index + 1) / 10) }
        }
        let outcomes = CodeOutcomes(Fixture.study([run]), run: 0, task: .generate)
        return measure.estimate(outcomes, rows: [0], bootstrap: ClusterBootstrap())?.value
    }

    @Test func `SEC@k is the best of the first k attempts`() {
        #expect(figure(.secure(k: 1), [.insecure, .secure]) == 0)
        #expect(figure(.secure(k: 2), [.insecure, .secure]) == 1)
        #expect(figure(.secureUnbiased(k: 1), [.insecure, .secure]) == 0.5)
    }

    @Test func `CodeBLEU@k is the best of the first k attempts`() {
        #expect(figure(.codeBLEU(k: 1), [.insecure, .secure]) == 10)
        #expect(figure(.codeBLEU(k: 2), [.insecure, .secure]) == 20)
    }

    @Test func `nothing is said about more attempts than the plan has`() {
        #expect(figure(.secure(k: 3), [.secure, .secure]) == nil)
        #expect(figure(.codeBLEU(k: 3), [.secure, .secure]) == nil)
    }

    @Test func `a missing attempt stays in the denominator and is worth nothing`() {
        #expect(figure(.secure(k: 1), [nil, .secure]) == 0)
        #expect(figure(.rate(.secure), [nil, .secure]) == 0.5)
        #expect(figure(.secureUnbiased(k: 1), [nil, .secure]) == 0.5)
        #expect(figure(.codeBLEU(k: 1), [nil, .secure]) == 0)
    }

    @Test func `an error of the harness counts neither way, but its CodeBLEU does`() {
        #expect(figure(.rate(.secure), [.harnessError, .secure]) == 1)
        #expect(figure(.rate(.insecure), [.harnessError, .harnessError]) == nil)
        #expect(figure(.secure(k: 1), [.harnessError, .secure]) == nil)
        #expect(figure(.secure(k: 2), [.harnessError, .insecure]) == 0)
        #expect(figure(.codeBLEU(k: 1), [.harnessError, .secure]) == 10)
    }

    @Test func `inconclusive is not secure`() {
        #expect(figure(.secure(k: 1), [.inconclusive]) == 0)
        #expect(figure(.rate(.inconclusive), [.inconclusive]) == 1)
    }

    @Test func `agreement of all samples still leaves doubt`() throws {
        let study = Fixture.study([Fixture.secureControl])
        let outcomes = CodeOutcomes(study, run: 0, task: .generate)
        let rows = Array(outcomes.samples.indices)
        let estimate = try #require(
            CodeMeasure.secure(k: 1).estimate(outcomes, rows: rows, bootstrap: ClusterBootstrap()))
        #expect(estimate.value == 1)
        #expect(try #require(estimate.interval) == unanimousInterval(of: 1, samples: 12))
    }
}
