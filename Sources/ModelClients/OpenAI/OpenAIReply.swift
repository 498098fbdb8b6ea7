package import EvaluationCore

/// Reads what answers chat and plain completions, as OpenAI defined it and as its many copies write it.
package enum OpenAIReply {
    /// - Throws: `ReplyFault` when the reply is an error, or no whole answer.
    package static func answer(in reply: HTTPReply) throws(ReplyFault) -> ModelAnswer {
        try answer(of: try reply.object(assembling: OpenAIStream.whole), in: reply)
    }

    /// - Parameter reply: what the body came with.
    static func answer(of body: JSONValue, in reply: HTTPReply) throws(ReplyFault) -> ModelAnswer {
        guard body.object != nil else {
            if body.array?.contains(where: { !$0["error"].isVoid }) == true {
                throw ReplyFault(unexpected: body, in: reply)
            }
            throw ReplyFault(.passing, "the answer is no JSON object")
        }
        if !body["error"].isVoid { throw ReplyFault(unexpected: body, in: reply) }
        let choices = body["choices"].object.map { [JSONValue.object($0)] } ?? body["choices"].array ?? []
        guard let choice = choices.first(where: { $0["index"].count == 0 }) ?? choices.first else {
            if saysError(body) { throw ReplyFault(unexpected: body, in: reply) }
            let state = body["choices"].array == nil ? "lacks 'choices'" : "has empty 'choices'"
            throw ReplyFault(.passing, "the answer \(state)")
        }
        if !choice["error"].isVoid { throw ReplyFault(unexpected: choice, in: reply) }
        return try parts(of: choice, body).answer()
    }

    /// Bodies of an error that is not under `error`: `{"object": "error", …}`, `{"detail": …}`, `{"code": 500, "msg": …}`.
    private static func saysError(_ body: JSONValue) -> Bool {
        body["object"].string == "error" || body["type"].string == "error"
            || ["errors", "detail", "message", "msg", "error_msg", "error_message"].contains { !body[$0].isVoid }
    }

    private static func parts(of choice: JSONValue, _ body: JSONValue) throws(ReplyFault) -> ReplyParts {
        let isInDelta = choice["message"].isVoid && !choice["delta"].isVoid
        let message = isInDelta ? choice["delta"] : choice["message"]
        let content = message.string.map { JSONValue.string($0) } ?? message["content"]
        let text = content.partsText ?? message["refusal"].partsText ?? choice["text"].partsText
        guard text != nil || message.object != nil else {
            throw ReplyFault(.passing, "the answer's first choice has neither 'message' nor 'text'")
        }
        var parts = ReplyParts()
        parts.text = text.flatMap { $0.isEmpty ? nil : $0 } ?? message["refusal"].partsText ?? ""
        // DeepSeek's name, which vLLM and llama.cpp took over, and those of OpenRouter and others.
        parts.reasoning =
            ["reasoning_content", "reasoning", "thinking", "reasoning_details"].lazy
            .compactMap { message[$0].thoughtText }.first ?? content.thoughtParts
        parts.ending = choice["finish_reason"].isVoid ? choice["stop_reason"] : choice["finish_reason"]
        parts.callsTools = !message["tool_calls"].isVoid || !message["function_call"].isVoid
        guard !parts.text.isEmpty || content.isVoid || content.holdsText || parts.reasoning != nil || parts.callsTools
        else {
            throw ReplyFault(.passing, "the answer's 'content' holds no text")
        }
        let usage = body["usage"]
        parts.usage = TokenUsage(
            input: usage["prompt_tokens"].count ?? usage["input_tokens"].count,
            output: usage["completion_tokens"].count ?? usage["output_tokens"].count)
        parts.servedModel = body["model"].string
        return parts
    }
}
