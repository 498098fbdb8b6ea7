internal import EvaluationCore

/// The body of `POST /v1/messages`.
struct AnthropicRequest: Encodable, Sendable {
    struct Message: Encodable, Sendable {
        var role: String
        var content: String
    }

    var model: String
    var system: String?
    var messages: [Message]
    var maxTokens: Int
    var temperature: Double?
    var topP: Double?

    enum CodingKeys: String, CodingKey {
        case model, system, messages, temperature
        case maxTokens = "max_tokens"
        case topP = "top_p"
    }

    init(model: String, messages: [ChatMessage], parameters: SamplingParameters) {
        self.model = model
        let instructions = messages.filter { $0.role == .system }.map(\.content)
        system = instructions.isEmpty ? nil : instructions.joined(separator: "\n\n")
        self.messages = messages.filter { $0.role != .system }
            .map { Message(role: $0.role.rawValue, content: $0.content) }
        maxTokens = parameters.maxTokens
        temperature = parameters.temperature
        topP = parameters.topP
    }
}

/// The part of its answer that matters here.
struct AnthropicReply: Decodable, Sendable {
    struct Block: Decodable, Sendable {
        var type: String
        var text: String?
        var thinking: String?
    }

    struct Usage: Decodable, Sendable {
        var inputTokens: Int?
        var outputTokens: Int?

        enum CodingKeys: String, CodingKey {
            case inputTokens = "input_tokens"
            case outputTokens = "output_tokens"
        }
    }

    var model: String?
    var content: [Block]
    var stopReason: String?
    var usage: Usage?

    enum CodingKeys: String, CodingKey {
        case model, content, usage
        case stopReason = "stop_reason"
    }

    /// - Throws: `ReplyFault` when the reply is not JSON of this form.
    static func answer(in reply: HTTPReply) throws(ReplyFault) -> ModelAnswer {
        let decoded: AnthropicReply = try reply.decoded()
        let thought = decoded.content.compactMap(\.thinking).joined(separator: "\n")
        let finish: FinishReason =
            switch decoded.stopReason {
            case "end_turn", "stop_sequence": .stop
            case "max_tokens", "model_context_window_exceeded": .length
            case "refusal": .contentFilter
            default: .unknown
            }
        return ModelAnswer(
            text: decoded.content.filter { $0.type == "text" }.compactMap(\.text).joined(),
            reasoning: thought.isEmpty ? nil : thought, finish: finish,
            usage: TokenUsage(input: decoded.usage?.inputTokens, output: decoded.usage?.outputTokens),
            servedModel: decoded.model)
    }
}
