public import EvaluationCore

/// CodeBLEU for Python: how much of a reference's words, keywords, syntax and data flow a candidate has.
///
/// The definition is that of arXiv 2009.10297, section 3; `Mode` says in which details the two modes differ, and
/// docs/codebleu.md gives all of them. A score is a function of the texts alone: it does not depend on the order of
/// calls, on threads or on hash seeds.
public struct CodeBLEU: CodeMetric, Sendable, Hashable {
    /// Which definition is followed where implementation and paper differ.
    public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
        /// As the Python package `codebleu` 0.7.0 computes it, the one that published figures come from.
        case reference
        /// As the paper writes it.
        case strict
    }

    /// The share of each part in the sum.
    public struct Weights: Sendable, Hashable, Codable {
        public var ngram: Double
        public var weightedNgram: Double
        public var syntax: Double
        public var dataFlow: Double

        public init(ngram: Double, weightedNgram: Double, syntax: Double, dataFlow: Double) {
            self.ngram = ngram
            self.weightedNgram = weightedNgram
            self.syntax = syntax
            self.dataFlow = dataFlow
        }

        /// A quarter each, the paper's and the reference implementation's default.
        public static let uniform = Weights(ngram: 0.25, weightedNgram: 0.25, syntax: 0.25, dataFlow: 0.25)
    }

    /// Texts of more bytes are not scored.
    public static let maximumLength = 1 << 20

    public var mode: Mode
    public var weights: Weights

    public init(mode: Mode = .reference, weights: Weights = .uniform) {
        self.mode = mode
        self.weights = weights
    }

    /// Names the definition, the grammar and the mode, for the record of a run.
    public var identity: String {
        "codebleu/1 (\(mode == .reference ? "as codebleu 0.7.0" : "strict"), tree-sitter-python 0.23.6)"
    }

    /// Prepares references for many candidates: each is parsed and counted once.
    ///
    /// - Throws: `UserError` when there is none, or one is longer than `maximumLength`.
    public func prepare(_ references: [String]) throws -> PreparedReferences {
        guard !references.isEmpty else { throw UserError("there is no reference to compare with") }
        for (index, reference) in references.enumerated() where reference.utf8.count > Self.maximumLength {
            throw UserError(
                "reference \(index + 1) has \(reference.utf8.count) bytes, more than the \(Self.maximumLength) that "
                    + "CodeBLEU accepts",
                remedy: "compare smaller pieces of code")
        }
        return PreparedReferences(references, mode: mode)
    }

    /// - Returns: zero for a candidate longer than `maximumLength`.
    /// - Precondition: the references were prepared in the same mode.
    public func score(_ candidate: String, against references: PreparedReferences) -> CodeBLEUScore {
        precondition(references.mode == mode, "the references were prepared in another mode")
        guard candidate.utf8.count <= Self.maximumLength else { return .zero }
        return CandidateComparison(candidate, references).score(weights: weights)
    }

    /// - Returns: zero when there is no reference, or one of the texts is longer than `maximumLength`.
    public func score(_ candidate: String, against references: [String]) -> CodeBLEUScore {
        guard let prepared = try? prepare(references) else { return .zero }
        return score(candidate, against: prepared)
    }

    /// CodeBLEU@k: the best of the first `k` attempts, zero when there is none.
    ///
    /// An attempt without code takes part as `CodeBLEUScore.zero`.
    public static func best(of attempts: [CodeBLEUScore], k: Int) -> CodeBLEUScore {
        attempts.prefix(max(0, k)).max { $0.codeBLEU < $1.codeBLEU } ?? .zero
    }
}
