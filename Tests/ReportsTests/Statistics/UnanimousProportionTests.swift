import Reports
import Testing

@Suite struct UnanimousProportionTests {
    @Test func `no success in ten samples does not mean never`() {
        let interval = unanimousInterval(of: 0, samples: 10)
        #expect(interval.lower == 0)
        #expect(abs(interval.upper - 0.3084971) < 1e-6)
    }

    @Test(.enabled(if: ReferencePython.isWanted, ReferencePython.reason), arguments: [2, 10, 90, 180])
    func `equals statsmodels' exact interval`(samples: Int) throws {
        let reference: [[Double]] = try ReferencePython.run(
            """
            from statsmodels.stats.proportion import proportion_confint as ci
            answer = [[float(x) for x in ci(k, data, method="beta")] for k in (0, data)]
            """, on: samples)
        let ours = [unanimousInterval(of: 0, samples: samples), unanimousInterval(of: 1, samples: samples)]
        for (ours, reference) in zip(ours, reference) {
            #expect(abs(ours.lower - reference[0]) < 1e-12)
            #expect(abs(ours.upper - reference[1]) < 1e-12)
        }
    }
}
