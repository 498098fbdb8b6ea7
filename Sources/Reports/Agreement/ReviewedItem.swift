public import EvaluationCore

/// An item of a review with all that was said of it.
public struct ReviewedItem: Sendable, Hashable {
    public var item: ReviewItem
    /// By rater. Who could not tell, or was not asked, is missing.
    public var raters: [String: Judgement.Verdict]
    /// What the checks say; nil where they could not tell either.
    public var checks: Verdict.Kind?
    /// What all raters say, or what was decided where they differ; nil as long as that is open.
    public var people: Judgement.Verdict?
    /// By phase.
    public var decisions: [Decision.Phase: Decision]

    public init(
        item: ReviewItem, raters: [String: Judgement.Verdict], checks: Verdict.Kind?,
        people: Judgement.Verdict? = nil, decisions: [Decision.Phase: Decision] = [:]
    ) {
        self.item = item
        self.raters = raters.filter { $0.value != .cannotTell }
        self.checks = checks.flatMap { Self.category(of: $0) == nil ? nil : $0 }
        self.people = people
        self.decisions = decisions
    }

    static let categories: [Judgement.Verdict] = [.secure, .insecure, .incorrect]

    /// A verdict of the checks among `categories`.
    static func category(of kind: Verdict.Kind) -> Int? {
        switch kind {
        case .secure: 0
        case .insecure: 1
        case .incorrect: 2
        case .inconclusive, .harnessError: nil
        }
    }

    func category(of rater: String) -> Int? { raters[rater].flatMap(Self.categories.firstIndex) }

    /// Whether two raters, or a rater and the checks, say different things.
    public var isDisputed: Bool {
        let said = Set(raters.keys.compactMap(category) + [checks.flatMap(Self.category)].compactMap(\.self))
        return said.count > 1
    }
}
