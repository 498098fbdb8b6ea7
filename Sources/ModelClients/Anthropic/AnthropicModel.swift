internal import EvaluationCore
internal import Foundation
internal import NIOCore

/// A model behind Anthropic's messages API.
struct AnthropicModel: LanguageModel {
    let identity: ModelIdentity
    let name: String
    let server: ModelServer

    func answer(_ request: ModelRequest) async throws -> ModelAnswer {
        guard case .chat(let messages) = request.prompt else {
            throw ModelError(.misconfigured, "\(identity.model) takes chat prompts only; leave out --form")
        }
        do {
            return try await send(messages, request.parameters)
        } catch let fault as ReplyFault {
            throw await verdict(on: fault, request.parameters)
        }
    }

    private func send(_ messages: [ChatMessage], _ parameters: SamplingParameters) async throws -> ModelAnswer {
        let encoder = JSONEncoder()
        // Sorted, so that the same attempt is the same request byte for byte.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(AnthropicRequest(model: name, messages: messages, parameters: parameters))
        let served = try await server.send(ByteBuffer(bytes: body), to: "messages", parse: AnthropicReply.answer)
        var answer = served.answer
        answer.latency = served.latency
        answer.retries = served.retries
        return answer
    }

    /// A tiny prompt with the same parameters tells a bad prompt from bad parameters.
    private func verdict(on fault: ReplyFault, _ parameters: SamplingParameters) async -> any Error {
        do {
            _ = try await send([ChatMessage(role: .user, content: "Say yes.")], parameters)
        } catch is ReplyFault {
            return fault.asMisconfiguration(server)
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
