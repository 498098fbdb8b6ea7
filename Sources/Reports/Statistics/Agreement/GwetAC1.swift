/// Agreement of any number of raters, with gaps, beyond what chance gives on items that are hard to judge; it does not
/// fall as κ does where nearly all items are of one category.
///
/// Gwet, "Computing inter-rater reliability and its variance in the presence of high agreement", British Journal of
/// Mathematical and Statistical Psychology 61(1), 2008.
public struct GwetAC1: AgreementCoefficient {
    public let name = "Gwet's AC1"

    public init() {}

    /// The share of agreeing pairs, whether there is a pair, whether there is a rating, and each category's share.
    public func contribution(of ratings: [Int?], counts: [Double]) -> [Double] {
        let total = counts.reduce(0, +)
        guard total > 0 else { return [0, 0, 0] + counts }
        let agreeing = agreeingPairs(counts)
        return [agreeing ?? 0, agreeing == nil ? 0 : 1, 1] + counts.map { $0 / total }
    }

    public func value(_ sums: [Double]) -> Double? {
        let shares = sums.dropFirst(3).map { $0 / sums[2] }
        guard sums[1] > 0, shares.count > 1 else { return nil }
        let byChance = shares.reduce(0) { $0 + $1 * (1 - $1) } / Double(shares.count - 1)
        return beyondChance(sums[0] / sums[1], byChance)
    }
}
