/// The unbiased estimator of "at least one of k attempts succeeds" for one sample: `1 - C(n-c, k) / C(n, k)`.
///
/// Chen et al., "Evaluating Large Language Models Trained on Code", arXiv 2107.03374, section 2.1. The product form
/// keeps large `n` from overflowing.
///
/// - Parameters:
///   - attempts: `n`, attempts made.
///   - successes: `c`, of them successful, at most `attempts`.
///   - k: at least 1.
/// - Returns: nil when `k` exceeds `attempts`: nothing is known about that many.
public func passAtK(attempts: Int, successes: Int, k: Int) -> Double? {
    guard k >= 1, k <= attempts else { return nil }
    let failures = attempts - successes
    guard failures >= k else { return 1 }
    var noneSucceeds = 1.0
    for total in (failures + 1)..<(attempts + 1) {
        noneSucceeds *= 1 - Double(k) / Double(total)
    }
    return 1 - noneSucceeds
}
