internal import EvaluationCore
internal import Foundation
internal import NIOCore

/// The part of an OpenAI-style answer that matters here.
struct OpenAIReply: Decodable, Sendable {
    struct Choice: Decodable, Sendable {
        var message: Message?
        var text: String?
        var finishReason: String?

        enum CodingKeys: String, CodingKey {
            case message, text
            case finishReason = "finish_reason"
        }
    }

    struct Message: Decodable, Sendable {
        var content: Content?
        var refusal: String?
        /// DeepSeek's name, and vLLM's and llama.cpp's.
        var reasoningContent: String?
        /// OpenRouter's name.
        var reasoning: String?

        enum CodingKeys: String, CodingKey {
            case content, refusal, reasoning
            case reasoningContent = "reasoning_content"
        }
    }

    /// A string, or a list of parts of which those of type `text` are the answer.
    struct Content: Decodable, Sendable {
        private struct Part: Decodable {
            var type: String
            var text: String?
        }

        var text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let whole = try? container.decode(String.self) {
                text = whole
            } else {
                text = try container.decode([Part].self).filter { $0.type == "text" }.compactMap(\.text).joined()
            }
        }
    }

    struct Usage: Decodable, Sendable {
        var promptTokens: Int?
        var completionTokens: Int?

        enum CodingKeys: String, CodingKey {
            case promptTokens = "prompt_tokens"
            case completionTokens = "completion_tokens"
        }
    }

    var model: String?
    var choices: [Choice]
    var usage: Usage?

    /// - Throws: `ReplyFault` when the reply is not JSON of this form or has no choice.
    static func answer(in reply: HTTPReply) throws(ReplyFault) -> ModelAnswer {
        let decoded: OpenAIReply = try reply.decoded()
        guard let choice = decoded.choices.first else {
            throw ReplyFault(.passing, "the answer's 'choices' are empty")
        }
        guard let text = choice.message.map({ $0.content?.text ?? $0.refusal ?? "" }) ?? choice.text else {
            throw ReplyFault(.passing, "the answer's first choice has neither 'message' nor 'text'")
        }
        let thought = ThoughtAndAnswer(text)
        return ModelAnswer(
            text: thought.answer,
            reasoning: choice.message?.reasoningContent ?? choice.message?.reasoning ?? thought.reasoning,
            finish: FinishReason(openAI: choice.finishReason),
            usage: TokenUsage(input: decoded.usage?.promptTokens, output: decoded.usage?.completionTokens),
            servedModel: decoded.model)
    }
}

extension FinishReason {
    init(openAI name: String?) {
        self =
            switch name {
            case "stop", "eos", "eos_token", "stop_sequence": .stop
            case "length", "max_tokens": .length
            case "content_filter": .contentFilter
            default: .unknown
            }
    }
}

extension HTTPReply {
    /// - Throws: `ReplyFault` that names the first thing wrong with the body.
    func decoded<Value: Decodable>() throws(ReplyFault) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(body.readableBytesView))
        } catch {
            throw ReplyFault(.passing, "the answer \(problem(error))")
        }
    }

    private func problem(_ error: any Error) -> String {
        if let contentType, !contentType.lowercased().contains("json") {
            return "is '\(contentType)' instead of JSON; does the base URL end in /v1?"
        }
        return switch error {
        case DecodingError.keyNotFound(let key, _): "lacks '\(key.stringValue)'"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "has the wrong form at '\(context.codingPath.map(\.stringValue).joined(separator: "."))'"
        default: "is no whole JSON (\(body.readableBytes) bytes)"
        }
    }
}
