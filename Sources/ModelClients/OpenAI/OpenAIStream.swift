/// Puts the chunks of a stream together to the reply that would have come without streaming.
enum OpenAIStream {
    /// - Throws: `ReplyFault` when the stream ends too early.
    static func whole(_ chunks: [JSONValue], isDone: Bool) throws(ReplyFault) -> JSONValue {
        var content = "", thought = "", text = ""
        var hasText = false
        var tools: [JSONValue] = []
        var ending = JSONValue.null, usage = JSONValue.null, model = JSONValue.null
        for chunk in chunks {
            guard chunk["error"].isVoid else { return chunk }
            if !chunk["usage"].isVoid { usage = chunk["usage"] }
            if !chunk["model"].isVoid { model = chunk["model"] }
            for choice in chunk["choices"].array ?? [] where choice["index"].count ?? 0 == 0 {
                guard choice["error"].isVoid else { return chunk }
                let delta = choice["delta"].isVoid ? choice["message"] : choice["delta"]
                content += delta["content"].partsText ?? ""
                thought += (delta["reasoning_content"].thoughtText ?? delta["reasoning"].thoughtText) ?? ""
                if let piece = choice["text"].partsText {
                    text += piece
                    hasText = true
                }
                tools += delta["tool_calls"].array ?? []
                if !choice["finish_reason"].isVoid { ending = choice["finish_reason"] }
            }
        }
        guard !chunks.isEmpty else { throw ReplyFault(.passing, "the answer is a stream without events") }
        guard isDone || !ending.isVoid else {
            // A body of one event may be an error that has no `error`.
            if let only = chunks.first, chunks.count == 1, only["choices"].isVoid { return only }
            throw ReplyFault(.passing, "the answer is a stream that ended before its end")
        }
        var choice: [String: JSONValue] = ["finish_reason": ending]
        if hasText {
            choice["text"] = .string(text)
        } else {
            choice["message"] = .object([
                "content": .string(content), "reasoning_content": .string(thought), "tool_calls": .array(tools),
            ])
        }
        return .object(["choices": .array([.object(choice)]), "usage": usage, "model": model])
    }
}
