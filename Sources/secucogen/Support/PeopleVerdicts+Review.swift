import Dataset
import EvaluationCore
import Reports
import RunStore

extension PeopleVerdicts {
    /// What a review says of the programs of runs, whichever runs it was drawn from: the same code for the same sample is the
    /// same program.
    ///
    /// - Throws: `UserError` when a file cannot be read.
    init(review: ReviewFile, runs: [RunFile]) throws {
        let settled = try Disputes(review).settled
        self.init(
            runs: try runs.map { run in
                var found: [AttemptKey: Judgement.Verdict] = [:]
                try run.forEachAttempt { attempt, score in
                    guard case .code(let extracted, _, _)? = score?.result else { return }
                    found[attempt.key] =
                        extracted.map { settled[ReviewItem.id(of: $0.code, for: attempt.key.sample)] } ?? .incorrect
                }
                return found
            }, items: try review.reviewedItems())
    }
}

extension ReviewFile {
    /// Of an item with several attempts the checks' first verdict counts: the code is the same.
    func reviewedItems() throws -> [ReviewedItem] {
        let judgements = try judgements()
        let disputes = try Disputes(self)
        return try items().map { item in
            ReviewedItem(
                item: item, raters: judgements.compactMapValues { $0[item.id]?.verdict },
                checks: disputes.checks[item.id]?.verdict, people: disputes.settled[item.id],
                decisions: disputes.decisions.compactMapValues { $0[item.id] })
        }
    }
}

extension ReviewItem {
    static func id(of code: String, for sample: SampleID) -> ReviewItem.ID { Digests.name([sample.description, code]) }
}
