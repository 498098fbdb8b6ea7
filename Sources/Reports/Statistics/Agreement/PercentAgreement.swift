/// The share of pairs of raters that agree on an item, averaged over the items with at least two ratings.
public struct PercentAgreement: AgreementCoefficient {
    public let name = "agreement"

    public init() {}

    public func contribution(of ratings: [Int?], counts: [Double]) -> [Double] {
        agreeingPairs(counts).map { [$0, 1] } ?? [0, 0]
    }

    public func value(_ sums: [Double]) -> Double? { sums[1] > 0 ? sums[0] / sums[1] : nil }
}
