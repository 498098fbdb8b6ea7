/// Agreement of any number of raters beyond that of raters who choose at random with the preferences of all; of the
/// items that every rater judged.
///
/// Fleiss, "Measuring Nominal Scale Agreement Among Many Raters", Psychological Bulletin 76(5), 1971.
public struct FleissKappa: AgreementCoefficient {
    public let name = "Fleiss' κ"

    public init() {}

    /// The share of agreeing pairs, 1, and how many chose each category.
    public func contribution(of ratings: [Int?], counts: [Double]) -> [Double] {
        guard ratings.allSatisfy({ $0 != nil }), let agreeing = agreeingPairs(counts) else {
            return [0, 0] + counts.map { _ in 0 }
        }
        return [agreeing, 1] + counts
    }

    public func value(_ sums: [Double]) -> Double? {
        guard sums[1] > 0 else { return nil }
        let counts = sums.dropFirst(2)
        let total = counts.reduce(0, +)
        return beyondChance(sums[0] / sums[1], counts.reduce(0) { $0 + ($1 / total) * ($1 / total) })
    }
}
