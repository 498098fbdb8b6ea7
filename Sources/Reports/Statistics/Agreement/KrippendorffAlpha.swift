/// Agreement of any number of raters, with gaps, beyond that of the same ratings dealt out anew; for nominal categories.
///
/// Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, https://repository.upenn.edu/asc_papers/43, part C.
public struct KrippendorffAlpha: AgreementCoefficient {
    public let name = "Krippendorff's α"

    public init() {}

    /// Disagreement in the item's coincidence matrix, and how many chose each category, where two or more judged it.
    public func contribution(of ratings: [Int?], counts: [Double]) -> [Double] {
        let total = counts.reduce(0, +)
        guard total >= 2 else { return [0] + counts.map { _ in 0 } }
        let disagreeing = total * total - counts.reduce(0) { $0 + $1 * $1 }
        return [disagreeing / (total - 1)] + counts
    }

    public func value(_ sums: [Double]) -> Double? {
        let counts = sums.dropFirst()
        let total = counts.reduce(0, +)
        let byChance = total * total - counts.reduce(0) { $0 + $1 * $1 }
        guard byChance > 0 else { return nil }
        return 1 - (total - 1) * sums[0] / byChance
    }
}
