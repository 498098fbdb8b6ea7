internal import EvaluationCore
internal import Foundation

/// A program as a model: it reads requests as JSON lines and writes answers, in any order.
struct ProgramModel: LanguageModel {
    let identity: ModelIdentity
    let runner: ProgramRunner

    func answer(_ request: ModelRequest) async throws -> ModelAnswer {
        let (line, latency, restarts) = try await runner.ask(request)
        do {
            var answer = try AnswerLine.answer(line)
                .cut(for: request.prompt, model: identity.model, infillTemplate: nil)
            answer.latency = latency
            answer.retries = restarts
            return answer
        } catch let fault as ReplyFault {
            let words = "\(identity.model): \(fault.message)"
            if case .unanswerable(let reason) = fault.meaning {
                throw ModelError(.unanswerable, words, refusal: reason)
            }
            throw ModelError(.unavailable, words)
        }
    }
}
