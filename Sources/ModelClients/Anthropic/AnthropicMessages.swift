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
