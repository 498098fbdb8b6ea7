/// Agreement of two raters beyond that of two who choose at random, each with their own preferences; of the items that
/// both judged. With another number of raters it is not defined.
///
/// Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20(1), 1960.
public struct CohenKappa: AgreementCoefficient {
    public let name = "Cohen's κ"

    public init() {}

    /// The confusion matrix, row by row.
    public func contribution(of ratings: [Int?], counts: [Double]) -> [Double] {
        var matrix = [Double](repeating: 0, count: counts.count * counts.count)
        if ratings.count == 2, let first = ratings[0], let second = ratings[1] {
            matrix[first * counts.count + second] = 1
        }
        return matrix
    }

    public func value(_ sums: [Double]) -> Double? {
        let size = Int(Double(sums.count).squareRoot())
        let total = sums.reduce(0, +)
        guard total > 0 else { return nil }
        var (observed, expected) = (0.0, 0.0)
        for category in 0..<size {
            let row = (0..<size).reduce(0) { $0 + sums[category * size + $1] }
            let column = (0..<size).reduce(0) { $0 + sums[$1 * size + category] }
            observed += sums[category * size + category] / total
            expected += row / total * (column / total)
        }
        return beyondChance(observed, expected)
    }
}
