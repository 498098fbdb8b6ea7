import EvaluationCore
import Foundation

/// One line of the output of `secucogen judge`; the interface is described in `docs/judge.md`.
enum JudgeReply: Sendable, Encodable {
    /// A change that old readers would misread gets the next number; fields may be added under the same.
    static let interface = 1

    /// The first line: what all verdicts depend on.
    struct Ready: Sendable, Encodable {
        var interface = JudgeReply.interface
        var version: String
        /// SHA-256 of the hidden checks.
        var checks: String
        var python: String
        var sandboxLevel: Int
        /// Names everything that a verdict depends on: verdicts under one name were found in the same way.
        var scorer: String
    }

    struct Judged: Sendable, Encodable {
        var id: Echo?
        var taskID: String
        var verdict: Verdict.Kind
        var cause: String?
        var detail: String?
        /// What decided; missing for secure code and where nothing ran.
        var check: Check?
        var sandboxLevel: Int?
        /// Wall time of judging.
        var seconds: Double
        /// 0 to 100, against the sample's secure code; when asked for.
        var codebleu: Double?
        /// What was taken from the answer; when asked for.
        var code: String?
        /// What every check saw; when asked for.
        var checks: [Check]?
    }

    struct Check: Sendable, Codable {
        var name: String
        var status: CheckOutcome.Status
        var message: String?
        var line: Int?
        var testimony: Bool
        var limit: String?
        var exchanges: [Exchange]?
        var earlierExchanges: Int?

        init(_ outcome: CheckOutcome) {
            name = outcome.name
            status = outcome.status
            message = outcome.message
            line = outcome.line
            testimony = outcome.isTestimony
            limit = outcome.limit
            exchanges = outcome.exchanges
            earlierExchanges = outcome.earlierExchanges
        }
    }

    /// A line of the input that cannot be judged.
    struct Mistake: Sendable, Encodable {
        var id: Echo?
        /// From 1.
        var line: Int
        var error: String
    }

    case ready(Ready)
    case judged(Judged)
    case mistake(Mistake)

    private enum TypeKey: String, CodingKey { case type }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: TypeKey.self)
        switch self {
        case .ready(let ready):
            try container.encode("ready", forKey: .type)
            try ready.encode(to: encoder)
        case .judged(let judged):
            try container.encode("verdict", forKey: .type)
            try judged.encode(to: encoder)
        case .mistake(let mistake):
            try container.encode("error", forKey: .type)
            try mistake.encode(to: encoder)
        }
    }

    /// As one line, with its end.
    func line() throws -> Data {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }
}
