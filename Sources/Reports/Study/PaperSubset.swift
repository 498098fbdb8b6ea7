public import EvaluationCore

/// Samples of each type, drawn by a seed: five unless said otherwise, as people judged in the paper (section 2.2.3). The
/// same for every run on this dataset, and not changed by what other types hold. A type with fewer samples gives all it
/// has.
public func paperSubset(of samples: some Sequence<SampleID>, seed: UInt32, perType: Int = 5) -> Set<SampleID> {
    let byType = Dictionary(grouping: samples, by: \.type)
    return Set(
        byType.flatMap { type, samples in
            var generator = SeededGenerator(seed: seed, stream: "subset \(type)")
            return samples.sorted().shuffled(using: &generator).prefix(perType)
        })
}
