internal import EvaluationCore
internal import Foundation
internal import NIOCore

/// Any server that speaks OpenAI's chat and completions API.
struct OpenAICompatibleModel: LanguageModel {
    let identity: ModelIdentity
    /// The model's name on the server.
    let name: String
    let server: ModelServer
    let dialect: LearntDialect
    var infill: InfillTemplate?
    /// llama.cpp's; nil sends nothing.
    var cachesPrompt: Bool?

    init(
        identity: ModelIdentity, name: String, server: ModelServer, dialect: OpenAIDialect = OpenAIDialect(),
        infill: InfillTemplate? = nil, cachesPrompt: Bool? = nil
    ) {
        self.identity = identity
        self.name = name
        self.server = server
        self.dialect = LearntDialect(dialect)
        self.infill = infill
        self.cachesPrompt = cachesPrompt
    }

    func answer(_ request: ModelRequest) async throws -> ModelAnswer {
        do {
            return try await send(request.prompt, request.parameters, cachesPrompt: cachesPrompt)
        } catch let fault as ReplyFault {
            throw await verdict(on: fault, form: request.prompt, parameters: request.parameters)
        }
    }

    /// - Throws: `ModelError`, `CancellationError`, or `ReplyFault` when the server rejects the request in every dialect.
    func send(_ prompt: Prompt, _ parameters: SamplingParameters, cachesPrompt: Bool?) async throws -> ModelAnswer {
        var spoken = dialect.current
        var tried: Set<OpenAIDialect> = [spoken]
        while true {
            do {
                let answer = try await send(prompt, parameters, spoken, cachesPrompt: cachesPrompt)
                if tried.count > 1 { dialect.update { $0 = spoken } }
                return answer
            } catch let fault as ReplyFault {
                guard let other = spoken.avoiding(fault.parameter), tried.insert(other).inserted else { throw fault }
                spoken = other
            }
        }
    }

    private func send(
        _ prompt: Prompt, _ parameters: SamplingParameters, _ dialect: OpenAIDialect, cachesPrompt: Bool?
    ) async throws -> ModelAnswer {
        var (path, body, stop) = try OpenAIRequest.asking(
            prompt, of: name, parameters: parameters, dialect: dialect, infill: infill)
        body.cachePrompt = cachesPrompt
        let encoder = JSONEncoder()
        // Sorted, so that the same attempt is the same request byte for byte.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let served = try await server.send(
            ByteBuffer(bytes: try encoder.encode(body)), to: path, parse: OpenAIReply.answer)
        var answer = served.answer
        answer.cut(at: stop)
        answer.latency = served.latency
        answer.retries = served.retries
        return answer
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
        } catch is ReplyFault {
            return fault.asMisconfiguration(server, openAI: true)
        } catch is CancellationError {
            return CancellationError()
        } catch let error as ModelError where error.kind != .unanswerable {
            return error
        } catch {
            // Answered in some way: the server takes such requests.
        }
        return ModelError(.unanswerable, server.message(fault))
    }
}

extension ReplyFault {
    /// Of a request that is rejected whatever its prompt.
    func asMisconfiguration(_ server: ModelServer, openAI: Bool = false) -> ModelError {
        if meaning == .forbidden {
            return ModelError(.misconfigured, server.message(self) + "; the server refuses the key, or the model to it")
        }
        let remedy =
            parameter.map(\.remedy)
            ?? "the server wants other parameters\(openAI ? " or another --prompt-form" : "")"
        return ModelError(.misconfigured, server.message(self) + "; " + remedy)
    }
}
