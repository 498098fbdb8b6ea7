internal import EvaluationCore
internal import Foundation

/// One line of an EvalPlus or human-eval file: `task_id` and `solution` (a whole program) or `completion` (what follows
/// the prompt); `solution` wins. `task` and `subject` are ours, and optional.
struct JSONLRecord: Codable {
    var taskID: String
    var solution: String?
    var completion: String?
    var task: String?
    var subject: String?

    enum CodingKeys: String, CodingKey {
        case solution, completion, task, subject
        case taskID = "task_id"
    }

    /// - Parameter place: `file.jsonl:12`, for messages.
    /// - Throws: `UserError` that names place and field.
    static func attempt(in line: Data, place: String) throws -> ImportedAttempt {
        let record: JSONLRecord
        do {
            record = try JSONDecoder().decode(JSONLRecord.self, from: line)
        } catch DecodingError.keyNotFound(let key, _) {
            throw UserError("\(place): the field '\(key.stringValue)' is missing", remedy: form)
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            let field = context.codingPath.last?.stringValue
            throw UserError(
                field.map { "\(place): the field '\($0)' is no string" } ?? "\(place): the line is no JSON object",
                remedy: form)
        } catch {
            throw UserError("\(place): the line is no whole JSON", remedy: form)
        }
        guard let text = record.solution ?? record.completion else {
            throw UserError("\(place): neither 'solution' nor 'completion' is there", remedy: form)
        }
        // Other programs write the ID with a slash where a name of ours has the underscore.
        guard let sample = SampleID(record.taskID) ?? SampleID(record.taskID.replacing("/", with: "_")) else {
            throw UserError(
                "\(place): the field 'task_id' is '\(record.taskID)'", remedy: "write a sample's ID such as CWE-89_01")
        }
        let task = try record.task.map { name in
            guard let task = PromptTask(rawValue: name) else {
                throw UserError(
                    "\(place): the field 'task' is '\(name)'",
                    remedy: "write one of \(PromptTask.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return task
        }
        let subject = try record.subject.map { name in
            guard let subject = AttemptKey.Subject(rawValue: name) else {
                throw UserError("\(place): the field 'subject' is '\(name)'", remedy: "write task, insecure or secure")
            }
            return subject
        }
        return ImportedAttempt(
            sample: sample, task: task, subject: subject ?? .task, text: text,
            isContinuation: record.solution == nil)
    }

    private static let form = #"write one JSON object a line: {"task_id": "CWE-89_01", "solution": "…"}"#
}
