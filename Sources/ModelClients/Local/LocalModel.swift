internal import EvaluationCore
internal import Synchronization

/// A GGUF model on a server of our own, whose answers depend on nothing but the request.
///
/// What llama.cpp computes for a token depends, in its last bits, on the batch in which the token is read: on what other
/// slots do at the time, and on how much of the prompt the slot still remembers. With one slot the requests go one
/// after the other, and every prompt is read once, alone and from its beginning, before its first attempt; each
/// attempt then reads the prompt's last token again and goes on from there. So attempts share the prompt's work and come
/// out the same in any order. With more slots they are faster and may differ.
struct LocalModel: LanguageModel {
    let model: OpenAICompatibleModel
    private let turn: Turn?

    var identity: ModelIdentity { model.identity }

    init(_ model: OpenAICompatibleModel, slots: Int) {
        self.model = model
        turn = slots == 1 ? Turn() : nil
    }

    func answer(_ request: ModelRequest) async throws -> ModelAnswer {
        guard let turn else { return try await model.answer(request) }
        let ticket = try await turn.gate.enter()
        defer { turn.gate.leave(ticket, .neutral) }
        if turn.promptRead.withLock({ $0 }) != request.prompt {
            turn.promptRead.withLock { $0 = nil }
            let reading = SamplingParameters(temperature: 0, maxTokens: 1)
            _ = try? await model.send(request.prompt, reading, cachesPrompt: false)
            try Task.checkCancellation()
        }
        let answer = try await model.answer(request)
        turn.promptRead.withLock { $0 = request.prompt }
        return answer
    }

    private final class Turn: Sendable {
        let gate = RequestGate(maximum: 1, policy: RetryPolicy())
        let promptRead = Mutex<Prompt?>(nil)
    }
}
