import EvaluationCore
import Reports
import Testing

@Suite struct ClassificationReportTests {
    @Test func `a small case by hand`() {
        // Truth a a b, predicted a b b: a has precision 1 and recall 1/2, b the other way round.
        let report = ClassificationReport(truth: [0, 0, 1], predicted: [0, 1, 1], labelCount: 2)
        #expect(report.labels.map(\.precision) == [1, 0.5])
        #expect(report.labels.map(\.recall) == [0.5, 1])
        #expect(report.labels.map(\.support) == [2, 1])
        #expect(report.accuracy == 2.0 / 3)
    }

    @Test func `a label that nobody has or predicts scores 0`() {
        let report = ClassificationReport(truth: [0], predicted: [0], labelCount: 2)
        #expect(report.labels[1].f1 == 0 && report.labels[1].support == 0)
        #expect(report.macro.f1 == 0.5)
        #expect(report.weighted.f1 == 1)
    }

    @Test func `a prediction outside the labels is wrong but takes no label's precision`() {
        let report = ClassificationReport(truth: [0, 0], predicted: [0, nil], labelCount: 1)
        #expect(report.labels[0].precision == 1)
        #expect(report.labels[0].recall == 0.5)
        #expect(report.accuracy == 0.5)
    }

    private struct Case: Encodable {
        var truth: [Int]
        /// -1 stands for an answer outside the labels.
        var predicted: [Int]
        var labels: Int
    }

    private struct Reference: Decodable {
        /// Rows of precision, recall, F1 and support: the labels, then macro, weighted and micro.
        var rows: [[Double]]
        var accuracy: Double
    }

    @Test(.enabled(if: ReferencePython.isWanted, ReferencePython.reason))
    func `equals scikit-learn to 1e-12 on random answers`() throws {
        var generator = SeededGenerator(seed: 7)
        let cases = (0..<300).map { _ in
            let labels = Int.random(in: 2...18, using: &generator)
            let items = Int.random(in: 1...200, using: &generator)
            let lowest = Bool.random(using: &generator) ? -1 : 0
            return Case(
                truth: (0..<items).map { _ in .random(in: 0..<labels, using: &generator) },
                predicted: (0..<items).map { _ in .random(in: lowest..<labels, using: &generator) },
                labels: labels)
        }
        let references: [Reference] = try ReferencePython.run(
            """
            import warnings
            warnings.simplefilter("ignore")
            from sklearn.metrics import accuracy_score, precision_recall_fscore_support as prfs
            answer = []
            for c in data:
                t, p, labels = c["truth"], c["predicted"], list(range(c["labels"]))
                rows = [list(map(float, r)) for r in zip(*prfs(t, p, labels=labels))]
                for average in ("macro", "weighted", "micro"):
                    rows.append([float(x) for x in prfs(t, p, labels=labels, average=average)[:3]] + [float(len(t))])
                answer.append({"rows": rows, "accuracy": float(accuracy_score(t, p))})
            """, on: cases)
        for (item, reference) in zip(cases, references) {
            let report = ClassificationReport(
                truth: item.truth, predicted: item.predicted.map { $0 < 0 ? nil : $0 }, labelCount: item.labels)
            let ours = (report.labels + [report.macro, report.weighted, report.micro]).flatMap {
                [$0.precision, $0.recall, $0.f1, Double($0.support)]
            }
            #expect(zip(ours, reference.rows.joined()).allSatisfy { abs($0 - $1) < 1e-12 })
            #expect(ours.count == reference.rows.count * 4)
            #expect(abs(report.accuracy - reference.accuracy) < 1e-12)
        }
    }
}
