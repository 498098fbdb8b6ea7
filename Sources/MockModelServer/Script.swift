internal import Foundation
internal import NIOHTTP1
internal import Synchronization

/// Replies that a test wrote: `POST /script/<name>` with a JSON list of rules stores them, and the scenario
/// `scripted:always:<name>` follows them. What no rule is about is answered as `plain` answers.
final class ScriptStore: Sendable {
    struct Rule: Decodable, Sendable {
        /// The request's path ends in this; nil for every question.
        var path: String?
        /// The request's body has this text, or does not have it.
        var contains: String?
        var lacks: String?
        /// How often the rule is followed; nil for always.
        var times: Int?
        var status: Int?
        var type: String?
        var headers: [String: String]?
        /// Base64.
        var body: String?
        /// `whole`, `brokenOff` or `never`.
        var delivery: String?
    }

    private let rules = Mutex<[String: [Rule]]>([:])

    /// - Returns: whether it could be read.
    func store(_ name: String, _ json: [UInt8]) -> Bool {
        guard let list = try? JSONDecoder().decode([Rule].self, from: Data(json)) else { return false }
        rules.withLock { $0[name] = list }
        return true
    }

    func answer(_ name: String, _ request: Responder.Request) -> Answer? {
        let text = String(decoding: request.body, as: UTF8.self)
        let rule: Rule? = rules.withLock { rules in
            guard
                let index = rules[name]?.firstIndex(where: { rule in
                    (rule.path.map { request.path.hasSuffix($0) } ?? request.asksModel)
                        && rule.contains.map { text.contains($0) } ?? true
                        && rule.lacks.map { !text.contains($0) } ?? true && rule.times ?? 1 > 0
                })
            else { return nil }
            if let times = rules[name]![index].times { rules[name]![index].times = times - 1 }
            return rules[name]![index]
        }
        guard let rule else { return nil }
        let bytes = rule.body.flatMap { Data(base64Encoded: $0) } ?? Data()
        var answer = Answer(
            status: HTTPResponseStatus(statusCode: rule.status ?? 200), contentType: rule.type ?? "application/json",
            headers: (rule.headers ?? [:]).map { ($0.key, $0.value) }, body: "")
        answer.bytes = Array(bytes)
        switch rule.delivery {
        case "brokenOff": answer.delivery = .brokenOff
        case "never": answer.delivery = .never
        default: break
        }
        return answer
    }
}
