/// The quantile of sorted numbers by linear interpolation (Hyndman and Fan, "Sample Quantiles in Statistical Packages",
/// The American Statistician 50(4), 1996, definition 7; numpy's default).
///
/// - Parameters:
///   - sorted: ascending, not empty.
///   - fraction: 0 to 1.
func quantile(_ sorted: [Double], _ fraction: Double) -> Double {
    let position = fraction * Double(sorted.count - 1)
    let below = Int(position)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
}
