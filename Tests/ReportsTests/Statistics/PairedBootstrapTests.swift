import EvaluationCore
import Reports
import Testing

@Suite struct PairedBootstrapTests {
    @Test func `a difference that every sample shares has no interval of its own`() {
        let difference = ClusterBootstrap().difference([0, 1, 2], [1, 2, 3])
        #expect(difference.value == 1)
        #expect(difference.interval == nil)
        #expect(difference.samples == 3)
    }

    @Test func `pairs that move together are compared more sharply than strangers`() throws {
        let first = (0..<40).map { Double($0 % 5) }
        let second = first.enumerated().map { $1 + ($0 % 2 == 0 ? 0.1 : 0.2) }
        let bootstrap = ClusterBootstrap()
        let paired = try #require(bootstrap.difference(first, second).interval)
        let alone = try #require(bootstrap.interval(second))
        #expect(paired.upper - paired.lower < (alone.upper - alone.lower) / 10)
    }

    @Test(.enabled(if: ReferencePython.isWanted, ReferencePython.reason))
    func `agrees with scipy's paired bootstrap within the noise of its draws`() throws {
        var generator = SeededGenerator(seed: 21)
        let first = (0..<120).map { _ in Double.random(in: 0...1, using: &generator) }
        let second = first.map { $0 * 0.7 + Double.random(in: 0...0.5, using: &generator) }
        let reference: [Double] = try ReferencePython.run(
            """
            import numpy as np
            from scipy.stats import bootstrap
            r = bootstrap((np.array(data[0]), np.array(data[1])), lambda a, b, axis: np.mean(b - a, axis=axis),
                          paired=True, vectorized=True, n_resamples=20000, method="percentile", rng=2)
            answer = [float(r.confidence_interval.low), float(r.confidence_interval.high)]
            """, on: [first, second])
        let difference = ClusterBootstrap(seed: 3, replicates: 20000).difference(first, second)
        let interval = try #require(difference.interval)
        #expect(abs(interval.lower - reference[0]) < 0.002)
        #expect(abs(interval.upper - reference[1]) < 0.002)
    }
}
