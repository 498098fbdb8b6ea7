internal import EvaluationCore

/// Answers from a file of attempts that were made elsewhere: the n-th answer of the file to a sample is its n-th attempt.
struct ReplayModel: LanguageModel {
    private struct Question: Hashable {
        var sample: SampleID
        var task: PromptTask?
        var subject: AttemptKey.Subject
    }

    let identity: ModelIdentity
    private let path: String
    private let answers: [Question: [Int: ImportedAttempt]]

    /// - Parameters:
    ///   - path: what `AttemptFile` reads.
    ///   - samples: in the order that a list by position has.
    /// - Throws: `UserError` that names line and field.
    init(path: String, samples: [SampleID]) throws {
        self.path = path
        let notes = try ExportNotes(beside: path)
        var answers: [Question: [Int: ImportedAttempt]] = [:]
        var continues = false
        var file = try AttemptFile(path: path, samples: notes?.plan.samples ?? samples)
        while let attempt = try file.next() {
            let question = Question(sample: attempt.sample, task: attempt.task, subject: attempt.subject)
            answers[question, default: [:]][attempt.index] = attempt
            continues = continues || attempt.isContinuation
        }
        guard !answers.isEmpty else {
            throw UserError("'\(path)' holds no attempt", remedy: "check that it is the right file")
        }
        self.answers = answers
        identity = ModelIdentity(
            model: "replay:\(path)", form: continues ? .completion : .chat,
            details: ["attempts": "\(answers.values.map(\.count).reduce(0, +))"])
    }

    func answer(_ request: ModelRequest) async throws -> ModelAnswer {
        let key = request.key
        let found =
            answers[Question(sample: key.sample, task: key.task, subject: key.subject)]
            ?? answers[Question(sample: key.sample, task: nil, subject: key.subject)] ?? [:]
        guard let attempt = found[key.index] else {
            throw ModelError(
                .unanswerable, "\(path) has \(found.count) of the \(key.index + 1) attempts wanted of \(key.sample)",
                refusal: .notInFile)
        }
        if let refusal = attempt.refusal { throw ModelError(.unanswerable, refusal) }
        return ModelAnswer(text: attempt.text)
    }
}
