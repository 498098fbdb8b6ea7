import EvaluationCore
import Reports
import Testing

@Suite struct LabelledItemsTests {
    private let items = LabelledItems(
        [(0, 0, 0), (1, 0, 1), (2, 1, 1), (3, 1, 1), (4, 0, 0), (5, 1, nil)].map {
            (sample: $0.0, truth: $0.1, predicted: $0.2)
        }, samples: 6, labelCount: 2)

    @Test(arguments: [
        LabelMeasure.accuracy, .score(.precision, label: 0), .score(.recall, label: 1), .score(.f1, label: 0),
        .average(.f1, .macro), .average(.f1, .weighted), .average(.precision, .micro),
    ])
    func `a figure lies within its interval`(measure: LabelMeasure) throws {
        let estimate = try #require(items.estimate(measure, bootstrap: ClusterBootstrap()))
        let interval = try #require(estimate.interval)
        #expect(interval.lower <= estimate.value && estimate.value <= interval.upper)
        #expect(interval.lower < interval.upper)
    }

    @Test func `no item gives no figure`() {
        #expect(
            LabelledItems([], samples: 0, labelCount: 2).estimate(.accuracy, bootstrap: ClusterBootstrap()) == nil)
    }

    @Test func `missing answers count as wrong`() throws {
        let run = Fixture.run(tasks: [.detect, .classify]) { $0.sample.number == 1 ? nil : Fixture.rightLabel($0) }
        let row = try #require(LabelRow(Fixture.study([run]), run: 0, task: .classify))
        #expect(row.cell(.accuracy).value == .number(0.75))
        #expect(row.cell(.accuracy).notes.count == 1)
        #expect(row.items.report.items == 16)
    }
}
