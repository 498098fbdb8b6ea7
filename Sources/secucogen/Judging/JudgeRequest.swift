import EvaluationCore
import Foundation
import ModelClients

/// One line of the input of `secucogen judge`; the interface is described in `docs/judge.md`.
struct JudgeRequest: Sendable {
    /// What is to be judged.
    enum Subject: Sendable, Hashable {
        /// A program, judged as it stands.
        case code(String)
        /// A model's answer to a chat prompt, from which the code is taken as `run` and `score` do; `export` calls it `solution`.
        case answer(String)
        /// A model's continuation of a completion prompt of this task.
        case completion(String, PromptTask)
    }

    /// Any JSON value, given back as it is.
    var id: Echo?
    var sample: SampleID
    var subject: Subject

    /// - Throws: `UserError` that says what is wrong with the line.
    init(line: Data, samples: [SampleID: Sample]) throws {
        guard let value = try? JSONSerialization.jsonObject(with: line, options: [.fragmentsAllowed]) else {
            throw UserError("the line is no whole JSON", remedy: Self.form)
        }
        guard let fields = value as? [String: Any] else {
            throw UserError("the line is no JSON object", remedy: Self.form)
        }
        id = fields["id"].map(Echo.init)
        guard let name = fields["task_id"] as? String else {
            throw UserError("the field 'task_id' is missing or no string", remedy: Self.form)
        }
        guard let known = SampleID(spelled: name), samples[known] != nil else {
            throw UserError(
                "the field 'task_id' is '\(name)', which the dataset does not have",
                remedy: "'secucogen dataset list' has the IDs")
        }
        sample = known
        subject = try Self.subject(fields)
    }

    /// The `id` of a line that cannot be judged, where it can be read.
    static func id(ofLine line: Data) -> Echo? {
        ((try? JSONSerialization.jsonObject(with: line)) as? [String: Any])?["id"].map(Echo.init)
    }

    private static func subject(_ fields: [String: Any]) throws -> Subject {
        let given = ["code", "solution", "answer", "completion"].filter { fields[$0] != nil && !(fields[$0] is NSNull) }
        guard given.count == 1 else {
            let found = given.isEmpty ? "none of 'code', 'answer' and 'completion'" : given.joined(separator: " and ")
            throw UserError("the line has \(found); it needs one of them", remedy: form)
        }
        guard let text = fields[given[0]] as? String else {
            throw UserError("the field '\(given[0])' is no string", remedy: form)
        }
        switch given[0] {
        case "code": return .code(text)
        case "answer", "solution": return .answer(text)
        default: return .completion(text, try task(fields))
        }
    }

    private static func task(_ fields: [String: Any]) throws -> PromptTask {
        guard let value = fields["task"], !(value is NSNull) else { return .generate }
        let names = PromptTask.allCases.filter(\.yieldsCode).map(\.rawValue)
        guard let name = value as? String, names.contains(name), let task = PromptTask(rawValue: name) else {
            throw UserError("the field 'task' is no task that yields code", remedy: names.joined(separator: ", "))
        }
        return task
    }

    private static let form = #"write one JSON object a line: {"task_id": "CWE-89_01", "code": "…"}"#
}

/// A JSON value of somebody else's, kept to be given back.
struct Echo: Sendable, Encodable {
    private enum Value: Sendable {
        case text(String)
        case integer(Int)
        case number(Double)
        case truth(Bool)
        case nothing
        case list([Echo])
        case object([String: Echo])
    }

    private let value: Value

    init(_ any: Any) {
        value =
            switch any {
            case let text as String: .text(text)
            case let number as NSNumber where number.isBool: .truth(number.boolValue)
            case let number as NSNumber: Int(exactly: number).map { .integer($0) } ?? .number(number.doubleValue)
            case let list as [Any]: .list(list.map(Echo.init))
            case let object as [String: Any]: .object(object.mapValues(Echo.init))
            default: .nothing
            }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .text(let text): try container.encode(text)
        case .integer(let integer): try container.encode(integer)
        case .number(let number): try container.encode(number)
        case .truth(let truth): try container.encode(truth)
        case .nothing: try container.encodeNil()
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}

extension NSNumber {
    /// JSON's true and false become numbers of a type of their own.
    fileprivate var isBool: Bool { String(cString: objCType) == "c" || String(cString: objCType) == "B" }
}
