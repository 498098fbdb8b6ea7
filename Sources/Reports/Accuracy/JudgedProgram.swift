public import EvaluationCore

/// A program that was written to find out how right the checks are, and how they judged it before anything was mended.
public struct JudgedProgram: Sendable, Hashable, Codable {
    /// Rounds count from 1; programs of one round were all judged before anything was mended.
    public var round: Int
    public var sample: SampleID
    /// Path below `Dataset/Accuracy`.
    public var program: String
    /// `insecure` for a half-measure, whose gap its exploit showed; `secure` for a right program of unusual style.
    public var expected: Verdict.Kind
    public var first: Verdict.Kind
    /// What a half-measure leaves open.
    public var gap: String?

    public init(
        round: Int, sample: SampleID, program: String, expected: Verdict.Kind, first: Verdict.Kind, gap: String? = nil
    ) {
        self.round = round
        self.sample = sample
        self.program = program
        self.expected = expected
        self.first = first
        self.gap = gap
    }
}
