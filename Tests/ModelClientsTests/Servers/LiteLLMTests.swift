import EvaluationCore
import Foundation
import ModelClients
import Testing

/// The client against a real server of somebody else's.
@Suite(
    .serialized,
    .enabled(if: LiteLLM.isWanted, "LiteLLM is not installed; Scripts/make-litellm-python does that"),
    .timeLimit(.minutes(10)))
struct LiteLLMTests {
    /// One server for all questions: its start takes longer than all of them.
    @Test func `chat, completions and messages are answered, and errors are read for what they are`() async throws {
        let server = try await LiteLLM()
        defer { server.stop() }
        for dialect in Dialect.allCases {
            let answer = try await ask("good", dialect, server)
            #expect(answer.text == "```python\nx = 1\n```", "\(dialect)")
            #expect(answer.finish == .stop && answer.usage.output != nil, "\(dialect)")
            #expect(answer.servedModel == "good", "\(dialect)")

            let long = await error("long", dialect, server)
            #expect(long?.kind == .unanswerable && long?.refusal == .contextLength, "\(dialect) \(long as Any)")

            let limited = await error("limited", dialect, server)
            #expect(limited?.kind == .unavailable && limited?.endsRun == true, "\(dialect) \(limited as Any)")
            #expect(limited?.description.contains("mock rate limit error") == true, "\(dialect) \(limited as Any)")

            for (model, words) in [("broken", "mock internal server error"), ("nowhere", "InternalServerError")] {
                let failed = await error(model, dialect, server)
                #expect(failed?.kind == .unavailable, "\(dialect) \(failed as Any)")
                #expect(failed?.description.contains(words) == true, "\(dialect) \(failed as Any)")
                #expect(failed?.description.contains("(after 2 requests)") == true, "\(dialect) \(failed as Any)")
            }

            let unknown = await error("unheard-of", dialect, server)
            #expect(unknown?.kind == .misconfigured, "\(dialect) \(unknown as Any)")
            #expect(unknown?.description.contains("Invalid model name") == true, "\(dialect) \(unknown as Any)")
        }
    }

    private func ask(_ model: String, _ dialect: Dialect, _ server: LiteLLM) async throws -> ModelAnswer {
        var options = ModelOptions.hasty(
            baseURL: server.address + "/v1",
            environment: ["OPENAI_API_KEY": LiteLLM.key, "ANTHROPIC_API_KEY": LiteLLM.key],
            retries: 1, limits: TimeLimits(firstByte: .seconds(60), whole: .seconds(60)))
        options.retries.patience = .milliseconds(50)
        return try await withModel((dialect == .anthropic ? "anthropic/" : "openai-compatible/") + model, options) {
            try await $0.answer(dialect.request())
        }
    }

    private func error(_ model: String, _ dialect: Dialect, _ server: LiteLLM) async -> ModelError? {
        do {
            _ = try await ask(model, dialect, server)
            return nil
        } catch {
            return error as? ModelError
        }
    }
}
