/// Precision, recall, F1 and support for each label, and their averages.
///
/// The definitions and the value 0 for a division by zero are those of scikit-learn's `classification_report` with
/// its `labels` argument: a prediction outside the labels is wrong and has no row of its own. Source: Sokolova and
/// Lapalme, "A systematic analysis of performance measures for classification tasks", Information Processing and
/// Management 45(4), 2009.
public struct ClassificationReport: Sendable, Hashable, Codable {
    public struct Scores: Sendable, Hashable, Codable {
        public var precision: Double
        public var recall: Double
        public var f1: Double
        /// Items that truly have the label.
        public var support: Int
    }

    /// One for each label.
    public var labels: [Scores]
    /// Share of items whose prediction is the truth.
    public var accuracy: Double
    public var macro: Scores
    public var micro: Scores
    public var weighted: Scores
    public var items: Int

    /// - Parameters:
    ///   - truth: for each item, an index below `labelCount`.
    ///   - predicted: for each item, an index below `labelCount`, or nil for anything else.
    public init(truth: [Int], predicted: [Int?], labelCount: Int) {
        precondition(truth.count == predicted.count, "every item needs a truth and a prediction")
        var hits = [Int](repeating: 0, count: labelCount)
        var called = hits
        var support = hits
        for (truth, predicted) in zip(truth, predicted) {
            support[truth] += 1
            if let predicted {
                called[predicted] += 1
                if predicted == truth { hits[truth] += 1 }
            }
        }
        let scores = (0..<labelCount).map { label in
            Scores(hits: hits[label], called: called[label], support: support[label])
        }
        let allHits = hits.reduce(0, +)
        labels = scores
        items = truth.count
        accuracy = ratio(Double(allHits), Double(truth.count))
        micro = Scores(hits: allHits, called: called.reduce(0, +), support: truth.count)
        macro = Scores(averaging: scores, weights: scores.map { _ in 1 })
        weighted = Scores(averaging: scores, weights: scores.map { Double($0.support) })
    }
}

extension ClassificationReport.Scores {
    fileprivate init(hits: Int, called: Int, support: Int) {
        precision = ratio(Double(hits), Double(called))
        recall = ratio(Double(hits), Double(support))
        // Not from precision and recall: both are 0 when nothing was hit, and the quotient is exact this way.
        f1 = ratio(2 * Double(hits), Double(called + support))
        self.support = support
    }

    fileprivate init(averaging scores: [Self], weights: [Double]) {
        let total = weights.reduce(0, +)
        func average(_ value: (Self) -> Double) -> Double {
            ratio(zip(scores, weights).reduce(0) { $0 + value($1.0) * $1.1 }, total)
        }
        precision = average(\.precision)
        recall = average(\.recall)
        f1 = average(\.f1)
        support = scores.reduce(0) { $0 + $1.support }
    }
}

private func ratio(_ above: Double, _ below: Double) -> Double {
    below == 0 ? 0 : above / below
}
