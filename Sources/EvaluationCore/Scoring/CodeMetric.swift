/// Scores code against reference code.
public protocol CodeMetric: Sendable {
    /// - Returns: the score, 0 to 1, and its parts.
    func score(_ candidate: String, against references: [String]) -> CodeBLEUScore
}

/// CodeBLEU and its four parts, each 0 to 1 (arXiv 2009.10297, section 3).
public struct CodeBLEUScore: Sendable, Hashable, Codable {
    public var codeBLEU: Double
    public var ngramMatch: Double
    public var weightedNgramMatch: Double
    public var syntaxMatch: Double
    public var dataFlowMatch: Double

    public init(
        codeBLEU: Double, ngramMatch: Double, weightedNgramMatch: Double, syntaxMatch: Double, dataFlowMatch: Double
    ) {
        self.codeBLEU = codeBLEU
        self.ngramMatch = ngramMatch
        self.weightedNgramMatch = weightedNgramMatch
        self.syntaxMatch = syntaxMatch
        self.dataFlowMatch = dataFlowMatch
    }

    /// Of an attempt without code.
    public static let zero = CodeBLEUScore(
        codeBLEU: 0, ngramMatch: 0, weightedNgramMatch: 0, syntaxMatch: 0, dataFlowMatch: 0)
}
