internal import EvaluationCore
internal import Foundation
internal import NIOCore

/// Any server that speaks OpenAI's chat and completions API.
struct OpenAICompatibleModel: LanguageModel {
    let identity: ModelIdentity
    /// The model's name on the server.
    let name: String
    let server: ModelServer
    var dialect = OpenAIDialect()
    var infill: InfillTemplate?
    /// llama.cpp's; nil sends nothing.
    var cachesPrompt: Bool?

    func answer(_ request: ModelRequest) async throws -> ModelAnswer {
        do {
            return try await send(request.prompt, request.parameters, cachesPrompt: cachesPrompt)
        } catch let fault as ReplyFault {
            throw await verdict(on: fault, form: request.prompt, parameters: request.parameters)
        }
    }

    /// - Throws: `ModelError`, `CancellationError`, or `ReplyFault` when the server rejects the request.
    func send(_ prompt: Prompt, _ parameters: SamplingParameters, cachesPrompt: Bool?) async throws -> ModelAnswer {
        let (path, body) = try encode(prompt, parameters, cachesPrompt: cachesPrompt)
        let served = try await server.send(body, to: path, parse: OpenAIReply.answer)
        var answer = served.answer
        answer.latency = served.latency
        answer.retries = served.retries
        return answer
    }

    private func encode(
        _ prompt: Prompt, _ parameters: SamplingParameters, cachesPrompt: Bool?
    ) throws -> (path: String, body: ByteBuffer) {
        var path = "completions"
        var body: OpenAIRequest
        switch prompt {
        case .chat(let messages):
            path = "chat/completions"
            body = OpenAIRequest(model: name, messages: messages, parameters: parameters, dialect: dialect)
        case .completion(let text, let stop):
            body = OpenAIRequest(model: name, prompt: text, stop: stop, parameters: parameters, dialect: dialect)
        case .infill(let prefix, let suffix, let stop):
            guard let infill else {
                throw ModelError(
                    .misconfigured,
                    "no fill-in-the-middle template is known for '\(name)'; choose one with --infill-template: \(InfillTemplate.names)"
                )
            }
            body = OpenAIRequest(
                model: name, prompt: infill.fill(prefix: prefix, suffix: suffix), stop: stop + infill.stop,
                parameters: parameters, dialect: dialect)
        }
        body.cachePrompt = cachesPrompt
        let encoder = JSONEncoder()
        // Sorted, so that the same attempt is the same request byte for byte.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (path, ByteBuffer(bytes: try encoder.encode(body)))
    }

    /// Finds out whether a rejection is about this prompt or about everything: a tiny prompt with the same parameters decides.
    private func verdict(on fault: ReplyFault, form: Prompt, parameters: SamplingParameters) async -> any Error {
        let tiny: Prompt =
            switch form {
            case .chat: .chat([ChatMessage(role: .user, content: "Say yes.")])
            case .completion, .infill: .completion("def f():", stop: [])
            }
        do {
            _ = try await send(tiny, parameters, cachesPrompt: cachesPrompt)
            return ModelError(.unanswerable, server.message(fault))
        } catch is ReplyFault {
            return ModelError(
                .misconfigured, server.message(fault) + "; the server wants other parameters or another form of prompt")
        } catch {
            return error
        }
    }
}
