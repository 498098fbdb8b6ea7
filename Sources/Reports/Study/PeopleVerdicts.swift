public import EvaluationCore

/// What people say of the programs of a study's runs.
public struct PeopleVerdicts: Sendable {
    /// For each run, in the study's order: the attempts whose program people judged and agree on, or whose difference was
    /// settled. An answer without a program needs nobody: it is incorrect.
    public var runs: [[AttemptKey: Judgement.Verdict]]
    /// All that was judged, for the tables of agreement.
    public var items: [ReviewedItem]

    public init(runs: [[AttemptKey: Judgement.Verdict]], items: [ReviewedItem]) {
        self.runs = runs
        self.items = items
    }
}
