import EvaluationCore
import Testing

@Suite struct ReviewDrawTests {
    /// Ten items of each of three types; a third of them secure in the first type, none in the others.
    private let candidates: [(item: ReviewItem, sources: [ReviewSource])] = ["CWE-89", "CWE-79", "CWE-78"].flatMap {
        type in
        (0..<10).map { number in
            let sample = SampleID("\(type)_0\(number % 9 + 1)")!
            let verdict: Verdict.Kind = type == "CWE-89" && number < 3 ? .secure : .insecure
            let source = ReviewSource(
                item: "\(type)-\(number)", run: "r", model: "m", key: AttemptKey(sample: sample, task: .generate),
                verdict: verdict)
            return (ReviewItem(id: "\(type)-\(number)", sample: sample, code: ""), [source])
        }
    }

    private func draw(_ most: Int?, stratified: Bool = false, seed: UInt32 = 0) -> ReviewDraw {
        ReviewDraw(candidates.shuffled(), plan: ReviewPlan(most: most, isStratified: stratified, seed: seed))
    }

    @Test func `without a limit all are drawn, in the order of samples, whatever order they came in`() {
        #expect(Set(draw(nil).items.map(\.id)) == Set(candidates.map(\.item.id)))
        #expect(draw(nil).items == draw(nil).items)
        #expect(draw(nil).sources.count == candidates.count)
    }

    @Test func `a limit takes equally many of each type, the same for the same seed`() {
        let types = Dictionary(grouping: draw(9).items, by: \.sample.type)
        #expect(types.values.map(\.count) == [3, 3, 3])
        #expect(draw(9).items == draw(9).items)
        #expect(draw(9).items != draw(9, seed: 1).items)
        #expect(draw(9).sources.map(\.item) == draw(9).items.map(\.id))
    }

    @Test func `stratified, rare verdicts are drawn as often as frequent ones, as far as there are any`() {
        let verdicts = Dictionary(grouping: draw(6, stratified: true).sources, by: \.verdict).mapValues(\.count)
        #expect(verdicts == [.secure: 3, .insecure: 3])
        #expect(draw(12, stratified: true).items.count == 12)
    }

    @Test(arguments: [(1, 1), (2, 2), (3, 2), (5, 3)])
    func `each item gets its raters, and each rater about as many items, in an order of their own`(
        raters: Int, perItem: Int
    ) {
        let names = (0..<raters).map { "rater \($0)" }
        let items = (0..<30).map { "item \($0)" }
        let assigned = ReviewDraw.assignments(items, raters: names, plan: ReviewPlan(ratersPerItem: perItem))
        for item in items { #expect(assigned.values.count { $0.contains(item) } == perItem) }
        for (_, given) in assigned { #expect(given.count == 30 * perItem / raters && Set(given).count == given.count) }
        if raters == 2 { #expect(assigned["rater 0"] != assigned["rater 1"]) }
    }
}
