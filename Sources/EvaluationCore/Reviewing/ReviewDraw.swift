/// The items of a review, drawn from what runs hold.
public struct ReviewDraw: Sendable {
    public private(set) var items: [ReviewItem] = []
    /// Of the drawn items, in the order of runs and keys.
    public private(set) var sources: [ReviewSource] = []

    /// - Parameters:
    ///   - candidates: items with the attempts behind each, in any order; those of one item belong together.
    ///   - plan: `most` and `isStratified` are followed; which samples and attempts are asked for was decided before.
    public init(_ candidates: [(item: ReviewItem, sources: [ReviewSource])], plan: ReviewPlan) {
        let ordered = candidates.sorted { ($0.item.sample, $0.item.id) < ($1.item.sample, $1.item.id) }
        var chosen = ordered
        if let most = plan.most, most < ordered.count {
            // In turn from each group, so that none is left out for another's sake.
            let groups = Dictionary(grouping: ordered) { candidate in
                let verdict = plan.isStratified ? candidate.sources[0].verdict.rawValue : ""
                return "\(verdict) \(candidate.item.sample.type)"
            }
            let queues = groups.sorted { $0.key < $1.key }.map { key, group in
                var generator = SeededGenerator(seed: plan.seed, stream: "review \(key)")
                return group.shuffled(using: &generator)
            }
            var generator = SeededGenerator(seed: plan.seed, stream: "review")
            let turns = (0..<(queues.map(\.count).max() ?? 0)).flatMap { turn in
                queues.compactMap { turn < $0.count ? $0[turn] : nil }.shuffled(using: &generator)
            }
            let byVerdict = Dictionary(grouping: turns) { plan.isStratified ? $0.sources[0].verdict.rawValue : "" }
            let verdicts = byVerdict.keys.sorted()
            let mixed = (0..<(byVerdict.values.map(\.count).max() ?? 0)).flatMap { turn in
                verdicts.compactMap { turn < byVerdict[$0]!.count ? byVerdict[$0]![turn] : nil }
            }
            let ids = Set(mixed.prefix(most).map(\.item.id))
            chosen = ordered.filter { ids.contains($0.item.id) }
        }
        items = chosen.map(\.item)
        sources = chosen.flatMap(\.sources)
    }

    /// Who judges what: each item `plan.ratersPerItem` raters, all raters equally many as far as that goes, each in an
    /// order of their own.
    ///
    /// - Returns: for each rater, items in their order.
    public static func assignments(
        _ items: [ReviewItem.ID], raters: [String], plan: ReviewPlan
    ) -> [String: [ReviewItem.ID]] {
        var assigned = Dictionary(uniqueKeysWithValues: raters.map { ($0, [ReviewItem.ID]()) })
        for (number, item) in items.enumerated() {
            for offset in 0..<min(plan.ratersPerItem, raters.count) {
                assigned[raters[(number * plan.ratersPerItem + offset) % raters.count], default: []].append(item)
            }
        }
        for rater in raters {
            var generator = SeededGenerator(seed: plan.seed, stream: "order of \(rater)")
            assigned[rater]?.shuffle(using: &generator)
        }
        return assigned
    }
}
