/// How a review's items are drawn, and by how many raters each is judged.
public struct ReviewPlan: Sendable, Hashable, Codable {
    /// Samples of each type: 5 in the paper (section 2.2.3).
    public var samplesPerType: Int
    /// The first so many answers to each question.
    public var attempts: Int
    /// Judgements that each item gets.
    public var ratersPerItem: Int
    /// No more items than this; nil for all.
    public var most: Int?
    /// Whether the items that `most` leaves have the checks' verdicts in equal parts, as far as there are any.
    public var isStratified: Bool
    public var seed: UInt32

    public init(
        samplesPerType: Int = 5, attempts: Int = 2, ratersPerItem: Int = 2, most: Int? = nil,
        isStratified: Bool = false, seed: UInt32 = 0
    ) {
        self.samplesPerType = samplesPerType
        self.attempts = attempts
        self.ratersPerItem = ratersPerItem
        self.most = most
        self.isStratified = isStratified
        self.seed = seed
    }
}
