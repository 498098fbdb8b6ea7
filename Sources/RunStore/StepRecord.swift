import EvaluationCore
import GRDB

/// A row of `step`.
struct StepRecord: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "step"

    var sample: String
    var task: String
    var subject: String
    var attemptIndex: Int
    var number: Int
    var name: String
    var content: String
    var inputTokens: Int?
    var outputTokens: Int?

    init(_ step: AttemptStep, of key: AttemptKey) throws {
        sample = key.sample.description
        task = key.task.rawValue
        subject = key.subject.rawValue
        attemptIndex = key.index
        number = step.number
        name = step.name
        content = try JSON.text(step.content)
        if case .answered(let prompt, let answer) = step.content {
            inputTokens = answer.usage.input ?? prompt.estimatedTokens
            outputTokens = answer.usage.output ?? answer.estimatedTokens
        }
    }

    func step() throws -> AttemptStep { AttemptStep(number: number, name: name, content: try JSON.value(content)) }
}
