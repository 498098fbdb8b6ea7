import EvaluationCore
import Foundation
import ModelClients

/// The three protocols that replies come in.
enum Dialect: String, CaseIterable, Sendable {
    case chat, completions, anthropic

    func read(_ reply: HTTPReply) throws(ReplyFault) -> ModelAnswer {
        if let fault = ReplyFault(reply) { throw fault }
        return self == .anthropic ? try AnthropicReply.answer(in: reply) : try OpenAIReply.answer(in: reply)
    }

    func read(
        _ body: String, status: Int = 200, type: String? = "application/json", retryAfter: String? = nil
    ) throws(ReplyFault) -> ModelAnswer {
        try read(HTTPReply(status: status, contentType: type, retryAfter: retryAfter, body: Array(body.utf8)))
    }

    /// A whole reply. `text`, `ending` and `usage` are JSON.
    func reply(text: String = #""x = 1""#, ending: String = #""stop""#, usage: String? = nil, more: String = "")
        -> String
    {
        let usage = usage ?? #"{"prompt_tokens":11,"completion_tokens":7,"input_tokens":11,"output_tokens":7}"#
        return switch self {
        case .chat:
            #"{"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":\#(text)},"finish_reason":\#(ending)}],"usage":\#(usage)\#(more)}"#
        case .completions:
            #"{"model":"m","choices":[{"index":0,"text":\#(text),"finish_reason":\#(ending)}],"usage":\#(usage)\#(more)}"#
        case .anthropic:
            #"{"model":"m","type":"message","role":"assistant","content":[{"type":"text","text":\#(text)}],"stop_reason":\#(ending),"usage":\#(usage)\#(more)}"#
        }
    }

    /// The same answer as a stream of events.
    func stream(_ pieces: [String], ending: String = #""stop""#, isWhole: Bool = true) -> String {
        switch self {
        case .chat, .completions:
            let chunks = pieces.map { piece in
                self == .chat
                    ? #"{"choices":[{"index":0,"delta":{"content":\#(piece)},"finish_reason":null}]}"#
                    : #"{"choices":[{"index":0,"text":\#(piece),"finish_reason":null}]}"#
            }
            let end = [#"{"choices":[{"index":0,"delta":{},"finish_reason":\#(ending)}]}"#, "[DONE]"]
            return (chunks + (isWhole ? end : [])).map { "data: \($0)\n\n" }.joined()
        case .anthropic:
            let deltas = pieces.map {
                #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":\#($0)}}"#
            }
            let begin = [
                #"{"type":"message_start","message":{"model":"m","usage":{"input_tokens":3}}}"#,
                #"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"#,
            ]
            let end = [
                #"{"type":"message_delta","delta":{"stop_reason":\#(ending)},"usage":{"output_tokens":5}}"#,
                #"{"type":"message_stop"}"#,
            ]
            return (begin + deltas + (isWhole ? end : [])).map { "event: e\ndata: \($0)\n\n" }.joined()
        }
    }
}

extension ReplyFault {
    var refusal: RefusalReason? { if case .unanswerable(let reason) = meaning { reason } else { nil } }
    var isRateLimit: Bool { if case .rateLimited = meaning { true } else { false } }
}

/// The fault that reading ends in; nil when there is an answer.
func fault(_ body: () throws(ReplyFault) -> ModelAnswer) -> ReplyFault? {
    do {
        _ = try body()
        return nil
    } catch {
        return error
    }
}
