/// The difference of two means over the same samples, with a percentile interval from drawing samples in pairs.
///
/// Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, sections 8.6 and 13.3. There is no p-value: with few
/// samples the bootstrap's would be far too small; `McNemarTest` is exact.
public struct PairedDifference: Sendable, Hashable, Codable {
    /// Mean of the second minus mean of the first.
    public var value: Double
    /// Nil with fewer than two samples.
    public var interval: Interval?
    public var samples: Int
}

extension ClusterBootstrap {
    /// - Precondition: both have the same length, one value per sample, not empty.
    public func difference(_ first: [Double], _ second: [Double]) -> PairedDifference {
        precondition(first.count == second.count && !first.isEmpty, "a paired difference needs pairs")
        let differences = zip(second, first).map { $0 - $1 }
        return PairedDifference(
            value: differences.reduce(0, +) / Double(differences.count), interval: interval(differences),
            samples: differences.count)
    }
}
