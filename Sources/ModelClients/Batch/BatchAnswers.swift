public import EvaluationCore
internal import Foundation

/// Reads what came of a file of requests, line by line, whichever program answered them.
public struct BatchAnswers {
    public enum Outcome: Sendable, Hashable {
        case answered(ModelAnswer)
        case refused(Refusal)
        /// The server found the request wrong. Where others with the same parameters were answered, it is about this prompt.
        case rejected(String)
        /// Another try may work.
        case failed(String)
    }

    private var lines: LineReader

    /// - Parameter path: JSON lines; gzipped where the name ends in `.gz`.
    /// - Throws: `UserError` when there is nothing to read.
    public init(path: String) throws { lines = try LineReader(path: path) }

    /// - Returns: nil at the end.
    /// - Throws: `UserError` with place for a line that is no result.
    public mutating func next() throws -> (id: String, outcome: Outcome)? {
        guard let data = try lines.next() else { return nil }
        let line: JSONValue
        do {
            line = try JSONReader.read(Array(data))
        } catch {
            throw UserError("\(lines.place): is no whole JSON", remedy: Self.remedy)
        }
        guard let id = line["custom_id"].string ?? line["id"].string else {
            throw UserError("\(lines.place): has no 'custom_id' or 'id'", remedy: Self.remedy)
        }
        do {
            return (id, .answered(try Self.answer(line)))
        } catch {
            return (id, Self.outcome(of: error))
        }
    }

    private static func answer(_ line: JSONValue) throws(ReplyFault) -> ModelAnswer {
        if line["custom_id"].string == nil { return try AnswerLine.answer(line) }
        return line["result"].object == nil ? try openAI(line) : try anthropic(line["result"])
    }

    /// Source: https://platform.openai.com/docs/api-reference/batch/request-output
    private static func openAI(_ line: JSONValue) throws(ReplyFault) -> ModelAnswer {
        let response = line["response"]
        let status = response["status_code"].count ?? (line["error"].isVoid ? 200 : 500)
        let body = response["body"].isVoid ? line["error"] : response["body"]
        if let fault = ReplyFault(status: status, body: body) { throw fault }
        let reply = HTTPReply(status: status, body: [])
        // An error that stands beside a body is what became of the request.
        if !line["error"].isVoid { throw ReplyFault(unexpected: line["error"], in: reply) }
        return try OpenAIReply.answer(of: body, in: reply)
    }

    /// Source: https://docs.anthropic.com/en/api/retrieving-message-batch-results
    private static func anthropic(_ result: JSONValue) throws(ReplyFault) -> ModelAnswer {
        switch result["type"].string {
        case "succeeded": return try AnthropicReply.answer(of: result["message"], in: HTTPReply(body: []))
        case "errored": throw ReplyFault(unexpected: result["error"], in: HTTPReply(body: []))
        case let type: throw ReplyFault(.passing, "the request was \(ServerMessage.line(type ?? "not answered"))")
        }
    }

    private static func outcome(of fault: ReplyFault) -> Outcome {
        switch fault.meaning {
        case .unanswerable(let reason): .refused(Refusal(reason, fault.message))
        case .rejected, .forbidden: .rejected(fault.message)
        case .passing, .rateLimited, .closed, .misconfigured: .failed(fault.message)
        }
    }

    private static let remedy =
        "a line is a result of OpenAI's or Anthropic's batches or of vllm run-batch, or an object with 'id' and 'answer'"
}

extension ModelAnswer {
    /// Ends it where the prompt says, which the program that answered need not have done.
    ///
    /// - Parameters:
    ///   - model: `provider/name`.
    ///   - infillTemplate: what the request was written with; nil for the one that suits the model.
    /// - Throws: `UserError` when there is no such template.
    public func cut(for prompt: Prompt, model: String, infillTemplate: String?) throws -> ModelAnswer {
        var answer = self
        switch prompt {
        case .chat: break
        case .completion(_, let stop): answer.cut(at: stop)
        case .infill(_, _, let stop):
            answer.cut(at: stop + (try InfillTemplate.chosen(infillTemplate, for: model)?.stop ?? []))
        }
        return answer
    }
}
