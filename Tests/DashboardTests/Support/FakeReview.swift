import EvaluationCore
import Foundation
import Synchronization

/// A review in memory: three items, two raters, an adjudicator. It checks nothing, so that what is refused is refused by
/// the server.
final class FakeReview: ReviewStore {
    static let tokens = [
        "ada-token": ReviewPerson.rater("ada"), "ben-token": .rater("ben"), "eve-token": .adjudicator("eve"),
    ]
    static let given = ["ada": ["item-1", "item-2"], "ben": ["item-2", "item-3"]]

    private struct State {
        var said: [String: [ReviewItem.ID: Judgement]] = [:]
        var decided: [Decision.Phase: [ReviewItem.ID: Decision]] = [:]
        var entries = 0
        var tokens = FakeReview.tokens
    }

    private let state = Mutex(State())
    private let hostile: String

    /// - Parameter hostile: stands in every text that a model, a rater or a check writes.
    init(hostile: String = "plain") { self.hostile = hostile }

    var entries: Int { state.withLock { $0.entries } }
    func revoke(_ token: String) { state.withLock { $0.tokens[token] = nil } }

    func id() -> String { "the-review" }
    func items() -> [ReviewItem] {
        (1...3).map { number in
            ReviewItem(
                id: "item-\(number)", sample: SampleID("CWE-89_01")!,
                code: "x = \(number)\ny = 'of \(number) \(hostile)'\n")
        }
    }
    func items(of rater: String) -> [ReviewItem] {
        items().filter { Self.given[rater]?.contains($0.id) == true }
    }
    func item(_ id: ReviewItem.ID, of rater: String) -> ReviewItem? { items(of: rater).first { $0.id == id } }
    func raters() -> [String] { Self.given.keys.sorted() }
    func assignments() -> [ReviewItem.ID: [String]] {
        items().map(\.id).reduce(into: [:]) { all, item in
            all[item] = raters().filter { Self.given[$0]?.contains(item) == true }
        }
    }
    func sources() -> [ReviewSource] {
        items().map { item in
            ReviewSource(
                item: item.id, run: "secret-run", model: "secret/model",
                key: AttemptKey(sample: item.sample, task: .generate), verdict: .insecure, cause: "secret-cause",
                detail: "secret-detail \(hostile)")
        }
    }
    func judgements() -> [String: [ReviewItem.ID: Judgement]] { state.withLock { $0.said } }
    func judgements(of rater: String) -> [Judgement] {
        state.withLock { ($0.said[rater] ?? [:]).values.sorted { $0.item < $1.item } }
    }
    func submit(_ entries: [ReviewItem.ID: Judgement?], rater: String, date: Date) {
        state.withLock { state in
            for (item, judgement) in entries {
                state.entries += 1
                state.said[rater, default: [:]][item] = judgement
            }
        }
    }
    func decisions() -> [Decision.Phase: [ReviewItem.ID: Decision]] { state.withLock { $0.decided } }
    func decide(
        _ decision: Decision?, of item: ReviewItem.ID, in phase: Decision.Phase, by adjudicator: String, date: Date
    ) {
        state.withLock { $0.decided[phase, default: [:]][item] = decision }
    }
    func person(withToken token: String) -> ReviewPerson? { state.withLock { $0.tokens[token] } }
}
