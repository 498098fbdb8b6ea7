import EvaluationCore
import Reports
import Testing

@Suite struct ClusterBootstrapTests {
    @Test func `the same seed gives the same interval, another seed a slightly different one`() throws {
        let values = (0..<50).map { Double($0 * $0 % 37) }
        let first = try #require(ClusterBootstrap(seed: 1).interval(values))
        #expect(ClusterBootstrap(seed: 1).interval(values) == first)
        let other = try #require(ClusterBootstrap(seed: 2).interval(values))
        #expect(other != first)
        #expect(abs(other.lower - first.lower) < 1)
    }

    @Test func `a draw takes as many samples as there are`() {
        let draws = ClusterBootstrap(replicates: 100).draws(of: 7)
        for row in 0..<100 {
            #expect(draws[(row * 7)..<((row + 1) * 7)].reduce(0, +) == 7)
        }
    }

    @Test func `one sample has no interval`() {
        #expect(ClusterBootstrap().interval([1]) == nil)
    }

    @Test func `attempts at one sample are not taken for independent evidence`() throws {
        // Ten attempts at each of 20 samples, all alike within a sample: as wide as with one attempt.
        let one = try #require(ClusterBootstrap().interval((0..<20).map { Double($0 % 2) }))
        let ten = try #require(
            ClusterBootstrap().interval(
                (0..<20).map { Double($0 % 2 * 10) }, over: (0..<20).map { _ in 10 }))
        #expect(abs((one.upper - one.lower) - (ten.upper - ten.lower)) < 1e-12)
    }

    private struct Input: Encodable {
        var draws: [Double]
        var above: [Double]
        var below: [Double]
        var replicates: Int
    }

    @Test(.enabled(if: ReferencePython.isWanted, ReferencePython.reason))
    func `the interval is numpy's percentiles of the replicates`() throws {
        var generator = SeededGenerator(seed: 11)
        let bootstrap = ClusterBootstrap(seed: 4)
        let above = (0..<61).map { _ in Double.random(in: 0...1, using: &generator) }
        let below = above.map { _ in Double(Int.random(in: 1...5, using: &generator)) }
        let input = Input(
            draws: bootstrap.draws(of: 61), above: above, below: below, replicates: bootstrap.replicates)
        let reference: [Double] = try ReferencePython.run(
            """
            import numpy as np
            draws = np.array(data["draws"]).reshape(data["replicates"], -1)
            ratios = draws @ np.array(data["above"]) / (draws @ np.array(data["below"]))
            answer = [float(x) for x in np.percentile(ratios, [2.5, 97.5])]
            """, on: input)
        let interval = try #require(bootstrap.interval(above, over: below))
        #expect(abs(interval.lower - reference[0]) < 1e-12)
        #expect(abs(interval.upper - reference[1]) < 1e-12)
    }

    @Test(.enabled(if: ReferencePython.isWanted, ReferencePython.reason))
    func `the interval agrees with scipy's own draws within their noise`() throws {
        var generator = SeededGenerator(seed: 12)
        let values = (0..<180).map { _ in Double.random(in: 0...1, using: &generator) < 0.3 ? 1.0 : 0.0 }
        let reference: [Double] = try ReferencePython.run(
            """
            import numpy as np
            from scipy.stats import bootstrap
            r = bootstrap((np.array(data),), np.mean, n_resamples=20000, method="percentile", rng=1)
            answer = [float(r.confidence_interval.low), float(r.confidence_interval.high)]
            """, on: values)
        let interval = try #require(ClusterBootstrap(seed: 1, replicates: 20000).interval(values))
        #expect(abs(interval.lower - reference[0]) < 0.006)
        #expect(abs(interval.upper - reference[1]) < 0.006)
    }
}
