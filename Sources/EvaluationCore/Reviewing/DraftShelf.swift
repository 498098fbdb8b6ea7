/// A draft as its readers see it.
public struct DraftView: Sendable, Hashable {
    /// Of its folder.
    public var name: String
    /// Under an ID for the time being.
    public var sample: Sample
    /// Of the files as they are now.
    public var digest: String
    public var readings: [DraftReading]
    /// What machines found while it was written, in order: which question, and what.
    public var findings: [Finding]
    /// What a second programmer's program failed, and the author's answer.
    public var disputes: [String]
    /// The sample that its Problem is most like, and how much; nil when there is no other.
    public var nearest: String?

    public struct Finding: Sendable, Hashable {
        public var question: String
        public var messages: [String]

        public init(question: String, messages: [String]) {
            self.question = question
            self.messages = messages
        }
    }

    public init(
        name: String, sample: Sample, digest: String, readings: [DraftReading], findings: [Finding], disputes: [String],
        nearest: String? = nil
    ) {
        self.nearest = nearest
        self.name = name
        self.sample = sample
        self.digest = digest
        self.readings = readings
        self.findings = findings
        self.disputes = disputes
    }

    /// What a reader said last of the files as they are now.
    public func reading(of reader: String) -> DraftReading? {
        readings.last { $0.reader == reader && $0.digest == digest }
    }
}

/// Where drafts are, and where what is said of them goes.
public protocol DraftShelf: Sendable {
    /// - Throws: `UserError` when a draft cannot be read.
    func drafts() throws -> [DraftView]
    /// - Throws: `UserError` when it cannot be written.
    func add(_ reading: DraftReading, to draft: String) throws
}
