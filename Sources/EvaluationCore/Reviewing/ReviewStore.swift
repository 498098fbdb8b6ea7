public import Foundation

/// Where a review is kept. What is submitted is on disk when the call returns.
public protocol ReviewStore: Sendable {
    /// The same in every copy of the review.
    func id() throws -> String
    /// In the order of their samples.
    func items() throws -> [ReviewItem]
    /// Those of a rater, in the rater's order.
    func items(of rater: String) throws -> [ReviewItem]
    /// - Returns: nil for an item that the rater was not given.
    func item(_ id: ReviewItem.ID, of rater: String) throws -> ReviewItem?
    func raters() throws -> [String]
    /// To whom each item was given.
    func assignments() throws -> [ReviewItem.ID: [String]]
    func sources() throws -> [ReviewSource]
    /// What each rater said last of each item; what was taken back is left out.
    func judgements() throws -> [String: [ReviewItem.ID: Judgement]]
    /// What one rater said last, in the order in which it was said.
    func judgements(of rater: String) throws -> [Judgement]
    /// Keeps what a rater says; all of it or nothing. What was said last already is not kept twice.
    ///
    /// - Throws: `UserError` for an item that the rater was not given.
    func submit(_ entries: [ReviewItem.ID: Judgement?], rater: String, date: Date) throws
    /// What was decided last of each item.
    func decisions() throws -> [Decision.Phase: [ReviewItem.ID: Decision]]
    /// - Parameter decision: nil takes back what was decided before.
    /// - Throws: `UserError` for an item that the review has not.
    func decide(
        _ decision: Decision?, of item: ReviewItem.ID, in phase: Decision.Phase, by adjudicator: String, date: Date)
        throws
    /// - Returns: nil for a link that was never given out, or does not hold any more.
    func person(withToken token: String) throws -> ReviewPerson?
}
