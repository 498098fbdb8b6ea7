/// p-values adjusted so that calling those below `q` significant keeps the expected share of false calls below `q`.
///
/// Benjamini and Hochberg, "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57(1),
/// 1995, in its step-up form.
///
/// - Returns: one for each, in the order given, at most 1.
public func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var smallest = 1.0
    let descending = pValues.indices.sorted { pValues[$0] > pValues[$1] }
    for (position, index) in descending.enumerated() {
        let rank = Double(pValues.count - position)
        smallest = min(smallest, pValues[index] * Double(pValues.count) / rank)
        adjusted[index] = smallest
    }
    return adjusted
}
