import EvaluationCore
import GRDB

/// A row of `attempt`.
struct AttemptRecord: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "attempt"

    var sample: String
    var task: String
    var subject: String
    var attemptIndex: Int
    var promptDigest: String
    var text: WholeText?
    var reasoning: WholeText?
    var refusal: WholeText?
    var finish: String?
    var inputTokens: Int?
    var outputTokens: Int?
    var latency: Double?
    var retries: Int?
    var servedModel: String?

    init(_ attempt: Attempt) {
        sample = attempt.key.sample.description
        task = attempt.key.task.rawValue
        subject = attempt.key.subject.rawValue
        attemptIndex = attempt.key.index
        promptDigest = attempt.promptDigest
        switch attempt.outcome {
        case .answered(let answer):
            text = WholeText(answer.text)
            reasoning = answer.reasoning.map { WholeText($0) }
            finish = answer.finish.rawValue
            inputTokens = answer.usage.input
            outputTokens = answer.usage.output
            latency = answer.latency
            retries = answer.retries
            servedModel = answer.servedModel
        case .refused(let reason):
            refusal = WholeText(reason)
        }
    }

    func attempt() throws -> Attempt {
        let key = try AttemptKey(sample: sample, task: task, subject: subject, index: attemptIndex)
        guard let text else {
            return Attempt(key: key, promptDigest: promptDigest, outcome: .refused(refusal?.text ?? ""))
        }
        let answer = ModelAnswer(
            text: text.text, reasoning: reasoning?.text, finish: finish.flatMap(FinishReason.init) ?? .unknown,
            usage: TokenUsage(input: inputTokens, output: outputTokens), latency: latency ?? 0,
            retries: retries ?? 0, servedModel: servedModel)
        return Attempt(key: key, promptDigest: promptDigest, outcome: .answered(answer))
    }
}

extension AttemptKey {
    init(sample: String, task: String, subject: String, index: Int) throws {
        guard let id = SampleID(sample), let task = PromptTask(rawValue: task),
            let subject = Subject(rawValue: subject)
        else {
            throw UserError(
                "the run file names an attempt '\(sample) \(task) \(subject)' that this version does not know",
                remedy: "use the version of secucogen that made it")
        }
        self.init(sample: id, task: task, subject: subject, index: index)
    }
}
