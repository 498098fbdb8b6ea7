import Foundation

/// The interval of a proportion when all samples agree, where the bootstrap would claim certainty: every draw of
/// zeros is zero.
///
/// Clopper and Pearson, "The Use of Confidence or Fiducial Limits", Biometrika 26(4), 1934; with 0 or n successes of n
/// the bound has the closed form `(alpha/2)^(1/n)`.
///
/// - Parameters:
///   - value: what all samples have, 0 or 1.
///   - samples: their number, at least 1.
public func unanimousInterval(of value: Double, samples: Int) -> Interval {
    let bound = pow((1 - Interval.confidence) / 2, 1 / Double(samples))
    return value == 0 ? Interval(lower: 0, upper: 1 - bound) : Interval(lower: bound, upper: 1)
}
