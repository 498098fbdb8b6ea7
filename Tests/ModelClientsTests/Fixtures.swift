import EvaluationCore
import Foundation
import ModelClients

/// The checkout that this test was compiled from.
let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

extension Sample {
    /// A sample with one function and code that can be told apart.
    static func fixture(_ id: String, entryPoints: [EntryPoint] = [EntryPoint(name: "f", signature: "def f(x)")])
        -> Sample
    {
        Sample(
            id: SampleID(id)!, title: "t", weaknesses: [], problem: "p", problemAware: "pa",
            insecureCode: "def f(x):\n    return 'insecure'\n", insecureCodeExplanation: "e",
            secureCode: "def f(x):\n    return 'secure'\n", entryPoints: entryPoints)
    }
}

let fixtures = Dictionary(
    uniqueKeysWithValues: ["CWE-79_01", "CWE-89_01", "CWE-Aur_01"].map { (SampleID($0)!, Sample.fixture($0)) })

extension ModelRequest {
    static func fixture(
        _ sample: String = "CWE-89_01", task: PromptTask = .generate, subject: AttemptKey.Subject = .task,
        index: Int = 0, prompt: Prompt? = nil, maxTokens: Int = 64, temperature: Double? = nil
    ) -> ModelRequest {
        ModelRequest(
            key: AttemptKey(sample: SampleID(sample)!, task: task, subject: subject, index: index),
            prompt: prompt ?? .chat([ChatMessage(role: .user, content: "Write a function f for \(sample).")]),
            parameters: SamplingParameters(temperature: temperature, maxTokens: maxTokens, seed: UInt32(7 + index)))
    }
}

extension ModelOptions {
    /// Hasty in trying again, so that tests of failure take no time.
    static func hasty(
        baseURL: String? = nil, keyFile: String? = nil, environment: [String: String] = [:], connections: Int? = nil,
        retries: Int = 3, limits: TimeLimits = TimeLimits(firstByte: .seconds(20), whole: .seconds(30))
    ) -> ModelOptions {
        ModelOptions(
            baseURL: baseURL, keyFile: keyFile, maxConnections: connections,
            timeLimits: limits,
            retries: RetryPolicy(
                retries: retries, firstDelay: .milliseconds(5), longestDelay: .milliseconds(20), patience: .seconds(3)),
            localRuntime: LocalRuntime(tools: project + "/.tools", runtime: project + "/Runtime"),
            environment: environment)
    }
}

/// Resolves the model, hands it to `body`, and closes everything.
func withModel<Result: Sendable>(
    _ name: String, _ options: ModelOptions = .hasty(),
    _ body: @Sendable (any LanguageModel) async throws -> Result
) async throws -> Result {
    try await ModelResolver.with(options, samples: fixtures) { resolver in
        try await body(try await resolver.resolve(name).model)
    }
}

/// A model behind a scenario of the mock server.
func withMock<Result: Sendable>(
    _ scenario: String, key: String? = nil, retries: Int = 3, connections: Int? = nil,
    limits: TimeLimits = TimeLimits(firstByte: .seconds(20), whole: .seconds(30)),
    _ body: @Sendable (any LanguageModel) async throws -> Result
) async throws -> Result {
    let environment = key.map { ["OPENAI_API_KEY": $0] } ?? [:]
    return try await withModel(
        "openai-compatible/mock",
        .hasty(
            baseURL: "\(MockServer.shared.address)/\(scenario)/v1", environment: environment, connections: connections,
            retries: retries, limits: limits), body)
}

/// A file that is removed when the body returns.
func withFile<Result>(
    _ text: String, name: String = "attempts.jsonl", mode: Int = 0o600, _ body: (String) async throws -> Result
) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("secucogen-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent(name).path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return try await body(path)
}
