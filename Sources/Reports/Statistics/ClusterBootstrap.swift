import EvaluationCore
import Synchronization

/// Percentile bootstrap that draws whole samples: attempts at one sample resemble each other, so they are no
/// independent evidence.
///
/// Every statistic with the same number of samples sees the same draws. That makes it fast (a draw is a row of
/// counts, a replicate is a dot product) and makes differences between columns free of needless noise.
///
/// Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, sections 8.3 (clusters) and 13.3 (percentile
/// interval).
public final class ClusterBootstrap: Sendable {
    public static let standardReplicates = 2000

    public let replicates: Int
    public let seed: UInt32
    private let known = Mutex<[Int: [Double]]>([:])

    public init(seed: UInt32 = 0, replicates: Int = standardReplicates) {
        self.seed = seed
        self.replicates = replicates
    }

    /// How often each of `clusters` was drawn: `replicates` rows of `clusters` counts.
    package func draws(of clusters: Int) -> [Double] {
        known.withLock { known in
            if let found = known[clusters] { return found }
            var generator = SeededGenerator(seed: seed, stream: "bootstrap")
            var counts = [Double](repeating: 0, count: replicates * clusters)
            for row in 0..<replicates {
                for _ in 0..<clusters {
                    counts[row * clusters + Int(generator.next(below: UInt64(clusters)))] += 1
                }
            }
            known[clusters] = counts
            return counts
        }
    }

    /// The interval of `sum(numerators) / sum(denominators)`.
    ///
    /// - Parameters:
    ///   - numerators: one per cluster.
    ///   - denominators: one per cluster, as many; nil where each is 1.
    /// - Returns: nil with fewer than two clusters: one cluster says nothing about the spread between clusters.
    public func interval(_ numerators: [Double], over denominators: [Double]? = nil) -> Interval? {
        guard numerators.count >= 2 else { return nil }
        let above = sums(numerators)
        guard let denominators else { return percentiles(above.map { $0 / Double(numerators.count) }) }
        // A replicate that drew nothing but empty clusters has no statistic.
        return percentiles(zip(above, sums(denominators)).compactMap { $1 > 0 ? $0 / $1 : nil })
    }

    /// The interval of an average of ratios of sums, a ratio without denominator being 0: a macro or a weighted
    /// average.
    ///
    /// - Parameters:
    ///   - ratios: for each, numerators and denominators, one per cluster.
    ///   - weights: for each ratio, its weight in each cluster, drawn along with them; nil for equal weights.
    func interval(
        meanOf ratios: [(numerators: [Double], denominators: [Double])], weights: [[Double]]?
    ) -> Interval? {
        guard let clusters = ratios.first?.numerators.count, clusters >= 2 else { return nil }
        var totals = [Double](repeating: 0, count: replicates)
        var allWeights = totals
        for (position, ratio) in ratios.enumerated() {
            let (above, below) = (sums(ratio.numerators), sums(ratio.denominators))
            let weights = weights.map { sums($0[position]) }
            for replicate in 0..<replicates {
                let weight = weights?[replicate] ?? 1
                allWeights[replicate] += weight
                if below[replicate] > 0 { totals[replicate] += weight * above[replicate] / below[replicate] }
            }
        }
        return percentiles(zip(totals, allWeights).compactMap { $1 > 0 ? $0 / $1 : nil })
    }

    /// The interval of a function of sums.
    ///
    /// - Parameters:
    ///   - clusters: for each, what it adds to the sums; all of one length.
    ///   - function: nil where it is not defined. Such replicates are left out.
    func interval(of clusters: [[Double]], _ function: ([Double]) -> Double?) -> Interval? {
        guard clusters.count >= 2 else { return nil }
        let columns = clusters[0].indices.map { column in sums(clusters.map { $0[column] }) }
        return percentiles((0..<replicates).compactMap { replicate in function(columns.map { $0[replicate] }) })
    }

    /// Of each replicate, the sum over what it drew.
    private func sums(_ values: [Double]) -> [Double] {
        let counts = draws(of: values.count)
        return counts.withUnsafeBufferPointer { counts in
            values.withUnsafeBufferPointer { values in
                (0..<replicates).map { row in
                    let start = row * values.count
                    return dot(UnsafeBufferPointer(rebasing: counts[start..<(start + values.count)]), values)
                }
            }
        }
    }

    /// - Returns: nil also for an interval without width: samples that are all alike say nothing about others.
    private func percentiles(_ statistics: [Double]) -> Interval? {
        guard !statistics.isEmpty else { return nil }
        var statistics = statistics
        let tail = (1 - Interval.confidence) / 2
        let interval = Interval(lower: quantile(&statistics, tail), upper: quantile(&statistics, 1 - tail))
        return interval.lower < interval.upper ? interval : nil
    }
}

/// Four sums side by side, so that the processor need not wait for each addition.
private func dot(_ counts: UnsafeBufferPointer<Double>, _ values: UnsafeBufferPointer<Double>) -> Double {
    let whole = values.count & ~3
    let (rawCounts, rawValues) = (UnsafeRawBufferPointer(counts), UnsafeRawBufferPointer(values))
    var sums = SIMD4<Double>.zero
    for offset in stride(from: 0, to: whole * 8, by: 32) {
        let some = rawCounts.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
        sums += some * rawValues.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
    }
    return (whole..<values.count).reduce(sums.sum()) { $0 + counts[$1] * values[$1] }
}
