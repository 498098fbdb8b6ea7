public import EvaluationCore

/// The scores of many predictions, each against its own references.
public struct CodeBLEUEvaluation: Sendable, Hashable, Codable {
    /// The definition that was followed, see `CodeBLEU.identity`.
    public var identity: String
    /// In the order of the predictions.
    public var scores: [CodeBLEUScore]
    /// The mean of each number, 0 when there is no prediction.
    public var mean: CodeBLEUScore

    /// Scores predictions.
    ///
    /// - Parameters:
    ///   - references: for each prediction one or more texts.
    ///   - metric: the definition to follow.
    /// - Throws: `UserError` when the numbers differ, a prediction has no reference, or a text is too long.
    public init(predictions: [String], references: [[String]], metric: CodeBLEU = CodeBLEU()) throws {
        guard predictions.count == references.count else {
            throw UserError(
                "\(predictions.count) predictions but \(references.count) lines of references",
                remedy: "give one line of references for each prediction, in the same order")
        }
        identity = metric.identity
        scores = try zip(predictions, references).enumerated().map { index, pair in
            guard pair.0.utf8.count <= CodeBLEU.maximumLength else {
                throw UserError(
                    "prediction \(index + 1) has \(pair.0.utf8.count) bytes, more than the \(CodeBLEU.maximumLength) "
                        + "that CodeBLEU accepts",
                    remedy: "compare smaller pieces of code")
            }
            do {
                return metric.score(pair.0, against: try metric.prepare(pair.1))
            } catch let error as UserError {
                throw UserError("prediction \(index + 1): \(error.problem)", remedy: error.remedy)
            }
        }
        mean = Self.mean(of: scores)
    }

    private static func mean(of scores: [CodeBLEUScore]) -> CodeBLEUScore {
        guard !scores.isEmpty else { return .zero }
        func mean(_ part: (CodeBLEUScore) -> Double) -> Double {
            scores.reduce(0) { $0 + part($1) } / Double(scores.count)
        }
        return CodeBLEUScore(
            codeBLEU: mean(\.codeBLEU), ngramMatch: mean(\.ngramMatch), weightedNgramMatch: mean(\.weightedNgramMatch),
            syntaxMatch: mean(\.syntaxMatch), dataFlowMatch: mean(\.dataFlowMatch))
    }
}
