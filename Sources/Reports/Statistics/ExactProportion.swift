import Foundation

/// The exact interval of a proportion of independent trials.
///
/// Clopper and Pearson, "The Use of Confidence or Fiducial Limits", Biometrika 26(4), 1934: each bound is the probability
/// at which as many successes or more (or fewer) have half of what the confidence leaves. It never covers too rarely.
///
/// - Parameters:
///   - successes: 0 to `trials`.
///   - trials: at least 1.
public func exactInterval(of successes: Int, in trials: Int) -> Interval {
    precondition(trials > 0 && (0...trials).contains(successes), "a proportion needs trials")
    let tail = (1 - Interval.confidence) / 2
    let lower = successes == 0 ? 0 : root { 1 - cumulative(successes - 1, trials, $0) - tail }
    let upper = successes == trials ? 1 : root { tail - cumulative(successes, trials, $0) }
    return Interval(lower: lower, upper: upper)
}

/// Where a function that grows on 0 to 1 is zero.
private func root(_ function: (Double) -> Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
        let middle = (low + high) / 2
        if function(middle) < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
}

/// The probability of at most `successes`; in logarithms, so that many trials are no underflow.
private func cumulative(_ successes: Int, _ trials: Int, _ probability: Double) -> Double {
    guard probability > 0 else { return 1 }
    guard probability < 1 else { return successes == trials ? 1 : 0 }
    var term = Double(trials) * log(1 - probability)
    var sum = exp(term)
    for count in 1...max(1, successes) where count <= successes {
        term += log(Double(trials - count + 1) / Double(count)) + log(probability) - log(1 - probability)
        sum += exp(term)
    }
    return min(1, sum)
}
