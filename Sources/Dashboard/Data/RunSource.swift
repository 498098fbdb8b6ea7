public import EvaluationCore
public import Reports

/// A run as the pages read it. Whoever implements it may read a file that is still being written.
public protocol RunSource: Sendable {
    /// Another number after every change of the run.
    func version() throws -> Int
    /// Without texts.
    func results() throws -> RunResults
    /// Why attempts were judged as they were, one line each; those that need no reason are missing.
    func reasons() throws -> [AttemptKey: String]
    /// One attempt with its texts, and its score when it has one.
    func attempt(_ key: AttemptKey) throws -> (attempt: Attempt, score: Score?)?
    /// The steps of its dialogue; none where the question was asked plainly.
    func steps(of key: AttemptKey) throws -> [AttemptStep]
}

/// What the pages know beside the runs.
public struct Library: Sendable {
    public let samples: [Sample]
    public let types: [WeaknessType]
    public let checksDigest: String
    public let highlighter: any CodeHighlighter
    public let evidence: EvidenceReader
    let byID: [SampleID: Sample]

    public init(
        samples: [Sample], types: [WeaknessType], checksDigest: String, renderer: any PromptRenderer,
        highlighter: any CodeHighlighter
    ) {
        self.samples = samples
        self.types = types
        self.checksDigest = checksDigest
        self.highlighter = highlighter
        evidence = EvidenceReader(samples: samples, renderer: renderer)
        byID = evidence.samples
    }
}
