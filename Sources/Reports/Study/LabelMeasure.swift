/// One figure about labels.
package enum LabelMeasure: Sendable, Hashable {
    package enum Score: String, Sendable, Hashable, CaseIterable {
        case precision, recall, f1
    }

    package enum Average: String, Sendable, Hashable, CaseIterable {
        case macro, micro, weighted
    }

    /// The share of items that were answered rightly.
    case accuracy
    /// Of one label, by its position.
    case score(Score, label: Int)
    case average(Score, Average)
}

/// Items with a truth and an answer, in clusters by sample, ready for a figure and its interval.
package struct LabelledItems: Sendable {
    package let report: ClassificationReport
    /// By sample and label.
    private let hits: [[Double]]
    private let called: [[Double]]
    private let support: [[Double]]

    /// - Parameters:
    ///   - items: for each its sample's position (below `samples`), its true label, and the label in the answer, nil
    ///     for any other.
    ///   - samples: the number of clusters.
    package init(_ items: [(sample: Int, truth: Int, predicted: Int?)], samples: Int, labelCount: Int) {
        report = ClassificationReport(
            truth: items.map(\.truth), predicted: items.map(\.predicted), labelCount: labelCount)
        let none = [[Double]](repeating: Array(repeating: 0, count: samples), count: labelCount)
        var (hits, called, support) = (none, none, none)
        for item in items {
            support[item.truth][item.sample] += 1
            guard let predicted = item.predicted else { continue }
            called[predicted][item.sample] += 1
            if predicted == item.truth { hits[predicted][item.sample] += 1 }
        }
        (self.hits, self.called, self.support) = (hits, called, support)
    }

    /// - Returns: nil when there is no item.
    package func estimate(_ measure: LabelMeasure, bootstrap: ClusterBootstrap) -> Estimate? {
        guard report.items > 0 else { return nil }
        switch measure {
        case .accuracy:
            return estimateRatio(ratio(sums(hits), sums(support)), isProportion: true, bootstrap: bootstrap)
        case .score(let score, let label):
            let value = report.labels[label][score]
            let parts = parts(score, hits[label], called[label], support[label])
            let ratio = estimateRatio(parts, isProportion: score != .f1, bootstrap: bootstrap)
            return Estimate(value: value, interval: ratio?.interval)
        case .average(let score, .micro):
            let parts = parts(score, sums(hits), sums(called), sums(support))
            let ratio = estimateRatio(parts, isProportion: score != .f1, bootstrap: bootstrap)
            return Estimate(value: report.micro[score], interval: ratio?.interval)
        case .average(let score, .macro):
            let interval = bootstrap.interval(meanOf: ratios(score), weights: nil)
            return Estimate(value: report.macro[score], interval: interval)
        case .average(let score, .weighted):
            let interval = bootstrap.interval(meanOf: ratios(score), weights: support)
            return Estimate(value: report.weighted[score], interval: interval)
        }
    }

    private func parts(
        _ score: LabelMeasure.Score, _ hits: [Double], _ called: [Double], _ support: [Double]
    ) -> [(numerator: Double, denominator: Double)] {
        switch score {
        case .precision: ratio(hits, called)
        case .recall: ratio(hits, support)
        case .f1: ratio(hits.map { 2 * $0 }, zip(called, support).map(+))
        }
    }

    private func ratios(_ score: LabelMeasure.Score) -> [(numerators: [Double], denominators: [Double])] {
        hits.indices.map { label in
            switch score {
            case .precision: (hits[label], called[label])
            case .recall: (hits[label], support[label])
            case .f1: (hits[label].map { 2 * $0 }, zip(called[label], support[label]).map(+))
            }
        }
    }

    /// One part for each sample that has a denominator.
    private func ratio(_ above: [Double], _ below: [Double]) -> [(numerator: Double, denominator: Double)] {
        zip(above, below).filter { $1 > 0 }.map { (numerator: $0, denominator: $1) }
    }

    private func sums(_ table: [[Double]]) -> [Double] {
        table.reduce(into: [Double](repeating: 0, count: table.first?.count ?? 0)) { sums, row in
            for index in row.indices { sums[index] += row[index] }
        }
    }
}

extension ClassificationReport.Scores {
    fileprivate subscript(score: LabelMeasure.Score) -> Double {
        switch score {
        case .precision: precision
        case .recall: recall
        case .f1: f1
        }
    }
}
