internal import EvaluationCore

/// What a reply says, whatever its protocol, before it is known to be an answer.
struct ReplyParts {
    var text = ""
    var reasoning: String?
    /// Why the model stopped, as the server names it.
    var ending = JSONValue.null
    var callsTools = false
    var usage = TokenUsage()
    var servedModel: String?

    /// - Throws: `ReplyFault` when the server broke off, a filter or a tool call left no text, or the text is empty and
    ///   nothing says that this is how it was meant.
    func answer() throws(ReplyFault) -> ModelAnswer {
        let name = Self.name(of: ending)
        let shown = ServerMessage.line(name ?? "none")
        if let name, FinishReason.saysFailure(name) {
            throw ReplyFault(.passing, "the answer broke off (finish reason '\(shown)')")
        }
        let finish = FinishReason(served: name)
        // Kept as it came; thoughts in it are told apart by whoever reads it.
        let parts = AnswerParts(text)
        if Self.isBlank(parts.text) {
            if finish == .contentFilter {
                throw ReplyFault(.unanswerable(.moderation), "the answer is empty (finish reason '\(shown)')")
            }
            if callsTools {
                throw ReplyFault(.unanswerable(.toolCall), "the model called a tool and wrote no text")
            }
            if finish == .unknown, Self.isBlank(reasoning ?? parts.thinking ?? "") {
                throw ReplyFault(.passing, "the answer is empty (finish reason '\(shown)')")
            }
        }
        return ModelAnswer(
            text: text, reasoning: reasoning, finish: finish, usage: usage, servedModel: servedModel)
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    /// `stop`, or the same in a list, or under `type` or `reason` of an object.
    private static func name(of ending: JSONValue) -> String? {
        switch ending {
        case .string(let text): text
        case .array(let elements): elements.lazy.compactMap { name(of: $0) }.first
        case .object: ending["type"].string ?? ending["reason"].string
        default: nil
        }
    }
}

extension FinishReason {
    /// As OpenAI, Anthropic, Gemini, Mistral, TGI, vLLM and routers in front of them name it.
    init(served name: String?) {
        self =
            switch name?.lowercased() {
            case "stop", "eos", "eos_token", "stop_sequence", "stop_token", "end_turn", "complete", "completed", "done":
                .stop
            case "length", "max_tokens", "max_output_tokens", "model_length", "model_context_window_exceeded": .length
            case "content_filter", "content-filter", "safety", "refusal", "recitation", "prohibited_content",
                "blocklist",
                "sensitive", "guardrail_intervened", "moderation":
                .contentFilter
            default: .unknown
            }
    }

    /// That the server did not get to the end.
    static func saysFailure(_ name: String) -> Bool {
        let name = name.lowercased()
        let names = [
            "failed", "failure", "fail", "exception", "abort", "aborted", "cancel", "cancelled", "canceled", "timeout",
            "timed_out", "insufficient_system_resource", "overloaded", "unavailable", "interrupted", "load",
        ]
        return name.contains("error") || names.contains(name)
    }
}

extension JSONValue {
    /// The text in what may be a text, one part or a list of parts; parts of thought and tool calls are left out.
    var partsText: String? {
        switch self {
        case .string(let text): return text
        case .array(let parts): return parts.compactMap(\.partsText).joined()
        case .object:
            let type = self["type"].string ?? "text"
            if type == "refusal" { return self["refusal"].string }
            guard ["text", "output_text", "input_text"].contains(type) else { return nil }
            let text = self["text"]
            return text.string ?? text["value"].string ?? self["content"].string ?? self["value"].string
        default: return nil
        }
    }

    /// Whether it is a text or has a part that is one, be it empty.
    var holdsText: Bool { array.map { $0.contains(where: \.holdsText) } ?? (partsText != nil) }

    /// The same, of parts whose type says thought; of a text, a list or an object that stands where thought does, all of it.
    var thoughtText: String? {
        switch self {
        case .string(let text): return text.isEmpty ? nil : text
        case .array(let parts):
            let texts = parts.compactMap(\.thoughtText)
            return texts.isEmpty ? nil : texts.joined(separator: "\n")
        case .object:
            return ["text", "content", "thinking", "reasoning", "summary"].lazy.compactMap { self[$0].thoughtText }
                .first
        default: return nil
        }
    }

    /// The thought among the parts of an answer.
    var thoughtParts: String? {
        guard let parts = array else { return nil }
        let texts = parts.filter { ["thinking", "reasoning", "redacted_thinking"].contains($0["type"].string ?? "") }
            .compactMap(\.thoughtText)
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }
}
