import EvaluationCore

/// What both sides say about the same samples under one measure.
struct PairedItems {
    /// One for each sample, in their order.
    var samples: [SampleID] = []
    var first: [Double] = []
    var second: [Double] = []

    /// Samples that only one side has, or of which nothing can be said on one side, are left out.
    init(_ first: [SampleID: Double], _ second: [SampleID: Double]) {
        for sample in first.keys.sorted() {
            guard let one = first[sample], let other = second[sample] else { continue }
            samples.append(sample)
            self.first.append(one)
            self.second.append(other)
        }
    }

    func of(_ type: WeaknessType.ID) -> PairedItems {
        var narrowed = self
        let rows = samples.indices.filter { samples[$0].type == type }
        narrowed.samples = rows.map { samples[$0] }
        narrowed.first = rows.map { first[$0] }
        narrowed.second = rows.map { second[$0] }
        return narrowed
    }

    /// - Returns: nil without a pair.
    func metric(_ name: String, _ bootstrap: ClusterBootstrap) -> Comparison.Metric? {
        guard !samples.isEmpty else { return nil }
        let count = Double(samples.count)
        // McNemar's test is about yes and no.
        let isBinary = (first + second).allSatisfy { $0 == 0 || $0 == 1 }
        return Comparison.Metric(
            name: name, first: first.reduce(0, +) / count, second: second.reduce(0, +) / count,
            difference: bootstrap.difference(first, second),
            test: isBinary ? McNemarTest(first.map { $0 == 1 }, second.map { $0 == 1 }) : nil)
    }
}
