internal import EvaluationCore

/// A request as one JSON object, for programs of any kind: `id`; `messages`, `prompt`, or `prefix` and `suffix`; how to draw.
struct RequestLine: Encodable {
    struct Message: Encodable {
        var role: String
        var content: String
    }

    var id: String
    var messages: [Message]?
    /// To go on from.
    var prompt: String?
    /// Around a gap to be filled.
    var prefix: String?
    var suffix: String?
    /// Where to stop.
    var stop: [String]?
    var temperature: Double?
    var topP: Double?
    var maxTokens: Int
    var seed: UInt32

    enum CodingKeys: String, CodingKey {
        case id, messages, prompt, prefix, suffix, stop, temperature, seed
        case topP = "top_p"
        case maxTokens = "max_tokens"
    }

    init(_ request: ModelRequest, id: String) {
        self.id = id
        temperature = request.parameters.temperature
        topP = request.parameters.topP
        maxTokens = request.parameters.maxTokens
        seed = request.parameters.seed
        switch request.prompt {
        case .chat(let messages):
            self.messages = messages.map { Message(role: $0.role.rawValue, content: $0.content) }
        case .completion(let text, let stop): (prompt, self.stop) = (text, stop)
        case .infill(let prefix, let suffix, let stop): (self.prefix, self.suffix, self.stop) = (prefix, suffix, stop)
        }
    }
}
