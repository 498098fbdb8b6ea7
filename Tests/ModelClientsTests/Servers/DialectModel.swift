import EvaluationCore
import Foundation
import ModelClients
import Synchronization

extension Dialect {
    /// Lends a model of this protocol behind a scenario of the mock server.
    func withModel<Result: Sendable>(
        _ scenario: String, retries: Int = 3,
        limits: TimeLimits = TimeLimits(firstByte: .seconds(20), whole: .seconds(30)),
        maxWait: Duration = .seconds(3), waits: WaitBoard = WaitBoard(), sendsSeed: Bool = true, base: String = "/v1",
        name: String = "mock", warnings: Notes = Notes(), _ body: @Sendable (any LanguageModel) async throws -> Result
    ) async throws -> Result {
        var options = ModelOptions.hasty(
            baseURL: "\(MockServer.shared.address)/\(scenario)\(base)",
            environment: ["OPENAI_API_KEY": "sk-1", "ANTHROPIC_API_KEY": "sk-1"], retries: retries, limits: limits)
        options.waits = waits
        options.sendsSeed = sendsSeed
        options.retries.patience = maxWait
        options.warn = { warnings.add($0) }
        return try await ModelClientsTests.withModel(
            self == .anthropic ? "anthropic/\(name)" : "openai-compatible/\(name)", options, body)
    }

    func request(_ sample: String = "CWE-89_01", temperature: Double? = nil, stop: [String] = []) -> ModelRequest {
        .fixture(
            sample, prompt: self == .completions ? .completion("def f(x): # \(sample)\n", stop: stop) : nil,
            temperature: temperature)
    }

    func answer(
        from scenario: String, retries: Int = 3,
        limits: TimeLimits = TimeLimits(firstByte: .seconds(20), whole: .seconds(30))
    ) async throws -> ModelAnswer {
        try await withModel(scenario, retries: retries, limits: limits) { try await $0.answer(request()) }
    }

    /// The error that a question ends in.
    func error(
        from scenario: String, _ replies: [Reply], maxWait: Duration = .seconds(3), waits: WaitBoard = WaitBoard()
    ) async throws -> ModelError? {
        try await MockServer.shared.script(scenario, replies)
        do {
            _ = try await withModel("scripted:always:\(scenario)", maxWait: maxWait, waits: waits) {
                try await $0.answer(request())
            }
            return nil
        } catch let error as ModelError {
            return error
        }
    }
}

/// Lines that somebody was told.
final class Notes: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}
