internal import EvaluationCore

/// The body of a chat or plain completion, as OpenAI defined it and vLLM, SGLang, TGI, llama.cpp and Ollama read it.
struct OpenAIRequest: Encodable, Sendable {
    struct Message: Encodable, Sendable {
        var role: String
        var content: String
    }

    var model: String
    var messages: [Message]?
    var prompt: String?
    var suffix: String?
    var stop: [String]?
    var temperature: Double?
    var topP: Double?
    var maxTokens: Int?
    /// What OpenAI's own chat API wants in place of `max_tokens`.
    var maxCompletionTokens: Int?
    var seed: UInt32?
    /// llama.cpp's: whether the slot may go on from the prompt that it has already read.
    var cachePrompt: Bool?

    enum CodingKeys: String, CodingKey {
        case model, messages, prompt, suffix, stop, temperature, seed
        case topP = "top_p"
        case maxTokens = "max_tokens"
        case maxCompletionTokens = "max_completion_tokens"
        case cachePrompt = "cache_prompt"
    }

    /// - Returns: where the request goes, below the version; its body; and where the answer has to be cut, as servers take few
    ///   stop sequences.
    /// - Throws: `ModelError` when the prompt has a gap and there is no template to mark it.
    static func asking(
        _ prompt: Prompt, of model: String, parameters: SamplingParameters, dialect: OpenAIDialect,
        infill: InfillTemplate?
    ) throws -> (path: String, body: OpenAIRequest, stop: [String]) {
        switch prompt {
        case .chat(let messages):
            let body = OpenAIRequest(model: model, messages: messages, parameters: parameters, dialect: dialect)
            return ("chat/completions", body, [])
        case .completion(let text, let stop):
            let body = OpenAIRequest(model: model, prompt: text, stop: stop, parameters: parameters, dialect: dialect)
            return ("completions", body, stop)
        case .infill(let prefix, let suffix, let sequences):
            guard let infill else {
                throw ModelError(
                    .misconfigured,
                    "no fill-in-the-middle template is known for '\(model)'; choose one with --infill-template: \(InfillTemplate.names)"
                )
            }
            let stop = sequences + infill.stop
            let body = OpenAIRequest(
                model: model, prompt: infill.fill(prefix: prefix, suffix: suffix), stop: stop, parameters: parameters,
                dialect: dialect)
            return ("completions", body, stop)
        }
    }

    private init(model: String, messages: [ChatMessage], parameters: SamplingParameters, dialect: OpenAIDialect) {
        self.init(model: model, parameters: parameters, dialect: dialect)
        self.messages = messages.map { Message(role: $0.role.rawValue, content: $0.content) }
        if dialect.limitsCompletionTokens {
            maxCompletionTokens = maxTokens
            maxTokens = nil
        }
    }

    private init(model: String, prompt: String, stop: [String], parameters: SamplingParameters, dialect: OpenAIDialect)
    {
        self.init(model: model, parameters: parameters, dialect: dialect)
        self.prompt = prompt
        let sent = Array(stop.prefix(dialect.mostStops))
        self.stop = sent.isEmpty ? nil : sent
    }

    private init(model: String, parameters: SamplingParameters, dialect: OpenAIDialect) {
        self.model = model
        temperature = parameters.temperature
        topP = parameters.topP
        maxTokens = parameters.maxTokens
        seed = dialect.takesSeed ? parameters.seed : nil
    }
}
