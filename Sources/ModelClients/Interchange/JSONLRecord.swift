internal import EvaluationCore
internal import Foundation

/// One line of a file of answers: a sample's ID, and an answer or a list of them.
///
/// EvalPlus writes `task_id` and `solution` (a whole program), human-eval `completion` (what follows the prompt), other tools `output`,
/// `code` and the like, as one text or as a list; of several the first that holds something counts, `solution` before all others. `task`,
/// `subject`, `attempt` (from 0) and `refusal` are ours, and optional.
struct JSONLRecord {
    var taskID: String
    var solution: String?
    var completion: String?
    var task: String?
    var subject: String?
    var attempt: Int?
    var refusal: String?

    /// Names of fields with whole answers, those of most tools first.
    private static let wholes = [
        "solution", "completion", "solutions", "completions", "code", "code_list", "answer", "response", "responses",
        "generation", "generations", "generated_text", "output", "outputs", "output_list", "resps", "raw_solution",
    ]
    private static let ids = ["task_id", "sample_id", "question_id", "id"]

    /// - Parameters:
    ///   - place: `file.jsonl:12`, for messages.
    ///   - prefersCompletion: whether the file is said to be human-eval's.
    /// - Returns: the answers of the line, more than one where it has a list.
    /// - Throws: `UserError` that names place and field.
    static func attempts(in line: Data, place: String, prefersCompletion: Bool = false) throws -> [ImportedAttempt] {
        guard let object = try? JSONSerialization.jsonObject(with: line, options: [.fragmentsAllowed]) else {
            throw UserError("\(place): the line is no whole JSON", remedy: form)
        }
        guard let fields = object as? [String: Any] else {
            throw UserError("\(place): the line is no JSON object", remedy: form)
        }
        let reader = FieldReader(fields: fields, place: place, form: form)
        let sample = try sample(reader)
        let task: PromptTask? = try reader.name("task", among: PromptTask.allCases)
        let subject: AttemptKey.Subject? = try reader.name("subject", among: AttemptKey.Subject.allCases)
        var base = ImportedAttempt(sample: sample, task: task, subject: subject ?? .task, text: "")
        base.ownIndex = try reader.count("attempt")
        if let refusal = try reader.text("refusal") {
            base.refusal = refusal
            return [base]
        }
        let names = prefersCompletion ? ["completion"] + wholes : wholes
        for name in names {
            guard let texts = try reader.texts(name) else { continue }
            guard texts.count == 1 || base.ownIndex == nil else {
                throw UserError("\(place): 'attempt' stands beside a list of answers", remedy: "write a line for each")
            }
            return texts.map { text in
                var attempt = base
                attempt.text = text
                attempt.isContinuation = name.hasPrefix("completion")
                return attempt
            }
        }
        let given = reader.fields.keys.sorted()
        let there = given.prefix(8).map { "'\($0)'" }.joined(separator: ", ") + (given.count > 8 ? ", …" : "")
        throw UserError(
            "\(place): no answer is there, neither 'solution' nor 'completion' (fields: \(there))",
            remedy: "\(form); other names that are known: \(wholes.dropFirst(2).joined(separator: ", "))")
    }

    private static func sample(_ reader: FieldReader) throws -> SampleID {
        guard let name = ids.first(where: { reader.fields[$0] != nil }), let id = try reader.text(name) else {
            throw UserError("\(reader.place): the field 'task_id' is missing", remedy: form)
        }
        guard let sample = SampleID(spelled: id) else {
            throw UserError(
                "\(reader.place): the field '\(name)' is '\(id)', and no sample has such a name",
                remedy: "write a sample's ID such as CWE-89_01")
        }
        return sample
    }

    private static let form = #"write one JSON object a line: {"task_id": "CWE-89_01", "solution": "…"}"#
}

extension JSONLRecord: Encodable {
    enum CodingKeys: String, CodingKey {
        case solution, completion, task, subject, attempt, refusal
        case taskID = "task_id"
    }
}

/// Reads fields of a JSON object of another tool.
private struct FieldReader {
    let fields: [String: Any]
    let place: String
    let form: String

    /// - Returns: nil where the field is missing or null.
    func text(_ name: String) throws -> String? {
        guard let value = fields[name], !(value is NSNull) else { return nil }
        guard let text = value as? String else {
            throw UserError("\(place): the field '\(name)' is no string", remedy: form)
        }
        return text
    }

    /// One text or a list of them, also of lists of one each, as lm-eval writes them.
    ///
    /// - Returns: nil where the field is missing, null or an empty list.
    func texts(_ name: String) throws -> [String]? {
        guard let value = fields[name], !(value is NSNull) else { return nil }
        guard let list = value as? [Any] else { return try text(name).map { [$0] } }
        let texts = try list.flatMap { entry -> [String] in
            if let text = entry as? String { return [text] }
            if let inner = entry as? [String] { return inner }
            throw UserError("\(place): the field '\(name)' holds something that is no string", remedy: form)
        }
        return texts.isEmpty ? nil : texts
    }

    func count(_ name: String) throws -> Int? {
        guard let value = fields[name], !(value is NSNull) else { return nil }
        guard let number = value as? Int, number >= 0 else {
            throw UserError("\(place): the field '\(name)' is no number from 0", remedy: "count attempts from 0")
        }
        return number
    }

    func name<Name: RawRepresentable<String>>(_ field: String, among all: [Name]) throws -> Name? {
        try text(field).map { text in
            guard let name = Name(rawValue: text) else {
                throw UserError(
                    "\(place): the field '\(field)' is '\(text)'",
                    remedy: "write one of \(all.map(\.rawValue).joined(separator: ", "))")
            }
            return name
        }
    }
}
