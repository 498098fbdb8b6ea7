/// The quantile of numbers by linear interpolation (Hyndman and Fan, "Sample Quantiles in Statistical Packages", The
/// American Statistician 50(4), 1996, definition 7; numpy's default).
///
/// - Parameters:
///   - values: not empty; put into another order, which is faster than sorting them all.
///   - fraction: 0 to 1.
package func quantile(_ values: inout [Double], _ fraction: Double) -> Double {
    let position = fraction * Double(values.count - 1)
    let below = Int(position)
    select(below, in: &values)
    let lower = values[below]
    guard let upper = values[(below + 1)...].min() else { return lower }
    return lower + (position - Double(below)) * (upper - lower)
}

/// Puts the element of a rank in its place, no greater one before it and no smaller one after it (Hoare, "Algorithm 65:
/// Find", Communications of the ACM 4(7), 1961).
private func select(_ rank: Int, in values: inout [Double]) {
    values.withUnsafeMutableBufferPointer { values in
        var (low, high) = (0, values.count - 1)
        while low < high {
            // The middle one, since replicates of a proportion come in long equal runs.
            let pivot = values[low + (high - low) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while values[left] < pivot { left += 1 }
                while values[right] > pivot { right -= 1 }
                if left <= right {
                    values.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if rank <= right {
                high = right
            } else if rank >= left {
                low = left
            } else {
                return
            }
        }
    }
}
