/// The items of a review that have to be settled, and what people say of each.
public struct Disputes: Sendable {
    /// In the order of the items.
    public let items: [Decision.Phase: [ReviewItem]]
    /// What people say: where raters differ what was decided, otherwise what all of them say.
    public let settled: [ReviewItem.ID: Judgement.Verdict]
    public let decisions: [Decision.Phase: [ReviewItem.ID: Decision]]
    /// What the checks say: their first verdict on the code.
    public let checks: [ReviewItem.ID: ReviewSource]

    /// An item counts when all to whom it was given have judged it: who settles must not know what others still have to
    /// say. `cannot-tell` is no opinion.
    ///
    /// - Throws: what the store throws.
    public init(_ store: any ReviewStore) throws {
        let judgements = try store.judgements()
        let given = try store.assignments()
        checks = Dictionary(try store.sources().map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
        decisions = try store.decisions()
        var (differing, contradicted): ([ReviewItem], [ReviewItem]) = ([], [])
        var settled: [ReviewItem.ID: Judgement.Verdict] = [:]
        for item in try store.items() {
            let said = given[item.id, default: []].compactMap { judgements[$0]?[item.id]?.verdict }
            guard said.count == given[item.id, default: []].count else { continue }
            let opinions = Set(said).subtracting([.cannotTell])
            if opinions.count > 1 { differing.append(item) }
            let blind = decisions[.blind]?[item.id]
            let people = opinions.count > 1 ? blind?.verdict : opinions.first
            if let people, people != .cannotTell {
                settled[item.id] = people
                if let source = checks[item.id], people.rawValue != source.verdict.rawValue {
                    contradicted.append(item)
                }
            }
        }
        self.settled = settled
        items = [.blind: differing, .withChecks: contradicted]
    }

    /// Those of a phase that nobody has decided yet.
    public func open(_ phase: Decision.Phase) -> [ReviewItem] {
        items[phase, default: []].filter { decisions[phase]?[$0.id] == nil }
    }

    /// Whether the checks' verdicts may be shown: whoever sees them settles nothing blind any more.
    public var isUnblinded: Bool { open(.blind).isEmpty }
}
