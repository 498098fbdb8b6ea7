internal import EvaluationCore

/// An answer and the program in it.
struct Candidate: Sendable {
    var answer: ModelAnswer
    var code: String

    /// Nil when the answer holds no code.
    init?(_ answer: ModelAnswer, _ question: StrategyQuestion, _ extractor: any CodeExtractor) {
        let names = question.entryPoints.map(\.name)
        guard let code = extractor.extract(from: answer.text, after: nil, entryPoints: names)?.code else { return nil }
        self.answer = answer
        self.code = code
    }
}
