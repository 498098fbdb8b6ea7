package import EvaluationCore

/// Reads what answers `POST /v1/messages`, from Anthropic and from those who speak its protocol.
package enum AnthropicReply {
    /// - Throws: `ReplyFault` when the reply is an error, or no whole answer.
    package static func answer(in reply: HTTPReply) throws(ReplyFault) -> ModelAnswer {
        try answer(of: try reply.object(assembling: whole), in: reply)
    }

    /// - Parameter reply: what the body came with.
    static func answer(of body: JSONValue, in reply: HTTPReply) throws(ReplyFault) -> ModelAnswer {
        guard body.object != nil else {
            if body.array?.contains(where: { !$0["error"].isVoid }) == true {
                throw ReplyFault(unexpected: body, in: reply)
            }
            throw ReplyFault(.passing, "the answer is no JSON object")
        }
        if !body["error"].isVoid || body["type"].string == "error" { throw ReplyFault(unexpected: body, in: reply) }
        let content = body["content"]
        let text = content.partsText
        guard text != nil || !body["stop_reason"].isVoid else {
            if ["detail", "message", "errors", "msg"].contains(where: { !body[$0].isVoid }) {
                throw ReplyFault(unexpected: body, in: reply)
            }
            throw ReplyFault(.passing, "the answer lacks 'content'")
        }
        var parts = ReplyParts()
        parts.text = text ?? ""
        parts.reasoning = content.thoughtParts
        parts.ending = body["stop_reason"]
        parts.callsTools =
            content.array?.contains { ["tool_use", "server_tool_use"].contains($0["type"].string ?? "") } ?? false
        guard !parts.text.isEmpty || content.isVoid || content.holdsText || parts.reasoning != nil || parts.callsTools
        else {
            throw ReplyFault(.passing, "the answer's 'content' holds no text")
        }
        let usage = body["usage"]
        parts.usage = TokenUsage(
            input: usage["input_tokens"].count ?? usage["prompt_tokens"].count,
            output: usage["output_tokens"].count ?? usage["completion_tokens"].count)
        parts.servedModel = body["model"].string
        return try parts.answer()
    }

    /// Puts the events of a stream together to the reply that would have come without streaming.
    private static func whole(_ events: [JSONValue], isDone: Bool) throws(ReplyFault) -> JSONValue {
        var text = "", thought = ""
        var blocks: [JSONValue] = []
        var message: [String: JSONValue] = [:]
        var usage: [String: JSONValue] = [:]
        var hasEnded = isDone
        for event in events {
            guard event["error"].isVoid else { return event }
            switch event["type"].string {
            case "message_start":
                message = event["message"].object ?? [:]
                usage = event["message"]["usage"].object ?? [:]
            case "content_block_start":
                let block = event["content_block"]
                text += block["text"].string ?? ""
                if !["text", "thinking"].contains(block["type"].string ?? "text") { blocks.append(block) }
            case "content_block_delta":
                text += event["delta"]["text"].string ?? ""
                thought += event["delta"]["thinking"].string ?? ""
            case "message_delta":
                for (name, value) in event["delta"].object ?? [:] { message[name] = value }
                usage.merge(event["usage"].object ?? [:]) { _, new in new }
            case "message_stop": hasEnded = true
            case "message": return event
            default: break
            }
        }
        guard hasEnded else { throw ReplyFault(.passing, "the answer is a stream that ended before its end") }
        if !thought.isEmpty { blocks.append(.object(["type": .string("thinking"), "thinking": .string(thought)])) }
        blocks.append(.object(["type": .string("text"), "text": .string(text)]))
        message["content"] = .array(blocks)
        message["usage"] = .object(usage)
        return .object(message)
    }
}
