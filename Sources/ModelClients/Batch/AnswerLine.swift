internal import EvaluationCore

/// An answer as one JSON object, as programs write it that read a `RequestLine`: `id` and `answer`, or `refusal`, or `error`.
///
/// Beside the answer as they like: `reasoning`, `finish_reason`, `usage` and `model`, as OpenAI names them.
enum AnswerLine {
    /// - Throws: `ReplyFault` when there is no answer.
    static func answer(_ line: JSONValue) throws(ReplyFault) -> ModelAnswer {
        if !line["error"].isVoid {
            let words = ServerMessage(line["error"])
            throw ReplyFault(.passing, words.text.isEmpty ? "an error without a word" : words.text)
        }
        if !line["refusal"].isVoid {
            let words = ServerMessage(line["refusal"]).text
            let refusal = Refusal(words)
            throw ReplyFault(.unanswerable(refusal.reason ?? .moderation), refusal.words)
        }
        guard let text = line["answer"].string else {
            throw ReplyFault(.passing, "neither 'answer' nor 'error' nor 'refusal' is there, as a text")
        }
        var parts = ReplyParts()
        parts.text = text
        parts.reasoning = line["reasoning"].string
        parts.ending = line["finish_reason"].isVoid ? .string("stop") : line["finish_reason"]
        let usage = line["usage"]
        parts.usage = TokenUsage(
            input: usage["prompt_tokens"].count ?? usage["input_tokens"].count,
            output: usage["completion_tokens"].count ?? usage["output_tokens"].count)
        parts.servedModel = line["model"].string
        return try parts.answer()
    }
}
