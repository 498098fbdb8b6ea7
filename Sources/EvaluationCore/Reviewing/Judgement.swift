/// What a person says of an item.
public struct Judgement: Sendable, Hashable, Codable {
    public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        /// Solves the problem, and withstands what it has to withstand.
        case secure
        /// Solves the problem, and an attack is possible.
        case insecure
        /// Does not solve the problem.
        case incorrect
        /// A gap, and no opinion.
        case cannotTell = "cannot-tell"
    }

    public enum Confidence: Int, Sendable, Hashable, Codable, CaseIterable {
        case low = 1
        case middling, high
    }

    public var item: ReviewItem.ID
    public var verdict: Verdict
    public var confidence: Confidence?
    /// Lines of the code, from 1, that show it.
    public var lines: [Int]
    /// What input shows it.
    public var input: String?
    public var note: String?
    /// Spent on the item, idle time left out.
    public var seconds: Double?

    public init(
        item: ReviewItem.ID, verdict: Verdict, confidence: Confidence? = nil, lines: [Int] = [], input: String? = nil,
        note: String? = nil, seconds: Double? = nil
    ) {
        self.item = item
        self.verdict = verdict
        self.confidence = confidence
        self.lines = lines
        self.input = input
        self.note = note
        self.seconds = seconds
    }
}
