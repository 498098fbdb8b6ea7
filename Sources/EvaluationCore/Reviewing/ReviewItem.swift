/// A program that people judge: the same code for the same sample is one item, however many attempts led to it.
public struct ReviewItem: Sendable, Hashable, Codable, Identifiable {
    /// The first 16 hexadecimal digits of the SHA-256 of sample and code.
    public var id: String
    public var sample: SampleID
    public var code: String

    public init(id: String, sample: SampleID, code: String) {
        self.id = id
        self.sample = sample
        self.code = code
    }
}

/// An attempt behind an item. Raters never see it.
public struct ReviewSource: Sendable, Hashable, Codable {
    public var item: ReviewItem.ID
    /// The run's name in tables.
    public var run: String
    public var model: String
    public var key: AttemptKey
    /// What the checks said of it.
    public var verdict: Verdict.Kind
    public var cause: String?
    public var detail: String?

    public init(
        item: ReviewItem.ID, run: String, model: String, key: AttemptKey, verdict: Verdict.Kind, cause: String? = nil,
        detail: String? = nil
    ) {
        self.item = item
        self.run = run
        self.model = model
        self.key = key
        self.verdict = verdict
        self.cause = cause
        self.detail = detail
    }
}
