import Foundation

/// McNemar's test, exact: did the two sides succeed on different samples by more than chance?
///
/// McNemar, "Note on the sampling error of the difference between correlated proportions or percentages", Psychometrika
/// 12(2), 1947; here the two-sided binomial form, twice the smaller tail and at most 1, as statsmodels'
/// `mcnemar(exact=True)`.
public struct McNemarTest: Sendable, Hashable, Codable {
    /// Samples on which only the first, and only the second, succeeded.
    public var onlyFirst: Int
    public var onlySecond: Int
    public var pValue: Double

    public init(onlyFirst: Int, onlySecond: Int) {
        self.onlyFirst = onlyFirst
        self.onlySecond = onlySecond
        let all = onlyFirst + onlySecond
        // In logarithms, since 0.5 to the power of some thousand is no number any more.
        var logProbability = -Double(all) * log(2)
        var tail = 0.0
        for successes in 0...min(onlyFirst, onlySecond) {
            tail += exp(logProbability)
            logProbability += log(Double(all - successes)) - log(Double(successes + 1))
        }
        pValue = min(1, 2 * tail)
    }

    /// - Precondition: both have the same length, one element per sample.
    public init(_ first: [Bool], _ second: [Bool]) {
        precondition(first.count == second.count, "a paired test needs pairs")
        let pairs = zip(first, second)
        self.init(
            onlyFirst: pairs.count { $0 && !$1 },
            onlySecond: pairs.count { !$0 && $1 })
    }
}
