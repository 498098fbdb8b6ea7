/// How far raters agree: a function of sums over items, so that a bootstrap need not count anew.
public protocol AgreementCoefficient: Sendable {
    /// As tables print it.
    var name: String { get }

    /// What an item adds to the sums.
    ///
    /// - Parameter counts: how many raters chose each category.
    /// - Parameter ratings: each rater's category; nil where there is none.
    func contribution(of ratings: [Int?], counts: [Double]) -> [Double]

    /// - Parameter sums: of what the items add, zeros when there is none.
    /// - Returns: nil where the coefficient is not defined: nobody judged the same item, or chance alone explains
    ///   everything because nothing varies.
    func value(_ sums: [Double]) -> Double?
}

extension AgreementCoefficient {
    /// - Returns: nil where the coefficient is not defined. Its interval is the bootstrap's over clusters.
    public func estimate(_ ratings: Ratings, bootstrap: ClusterBootstrap) -> Estimate? {
        var byCluster: [String: [Double]] = [:]
        var order: [String] = []
        for (item, cluster) in zip(ratings.items, ratings.clusters) {
            var counts = [Double](repeating: 0, count: ratings.categories)
            for case let category? in item { counts[category] += 1 }
            let added = contribution(of: item, counts: counts)
            if let known = byCluster[cluster] {
                byCluster[cluster] = zip(known, added).map(+)
            } else {
                order.append(cluster)
                byCluster[cluster] = added
            }
        }
        let sums = order.map { byCluster[$0]! }
        guard let first = sums.first else { return nil }
        let total = sums.dropFirst().reduce(first) { zip($0, $1).map(+) }
        guard let value = value(total) else { return nil }
        // A cluster without an item that two judged says nothing about how far agreement varies.
        let telling = sums.filter { sums in sums.contains { $0 != 0 } }
        let isTold = ratings.clustersWithOverlap >= 2
        return Estimate(value: value, interval: isTold ? bootstrap.interval(of: telling, self.value) : nil)
    }
}

/// The coefficients of a report on agreement, in its order.
public let builtInCoefficients: [any AgreementCoefficient] = [
    PercentAgreement(), CohenKappa(), FleissKappa(), KrippendorffAlpha(), GwetAC1(),
]

/// Of one item: the share of pairs of raters that agree; nil with fewer than two ratings.
func agreeingPairs(_ counts: [Double]) -> Double? {
    let ratings = counts.reduce(0, +)
    guard ratings >= 2 else { return nil }
    return counts.reduce(0) { $0 + $1 * ($1 - 1) } / (ratings * (ratings - 1))
}

/// `(observed - expected) / (1 - expected)`: what is left of the agreement once chance is taken away.
///
/// - Returns: nil when chance explains everything.
func beyondChance(_ observed: Double, _ expected: Double) -> Double? {
    1 - expected > 1e-15 ? (observed - expected) / (1 - expected) : nil
}
