internal import AsyncHTTPClient
public import EvaluationCore
internal import NIOCore

/// Turns `--model provider/name` into something that answers.
public struct ModelResolver: Sendable {
    private let context: ResolvingContext

    /// Lends a resolver for as long as `body` runs; afterwards the servers it started and its connections are closed.
    ///
    /// - Parameter samples: what controls answer from.
    public static func with<Result: Sendable>(
        _ options: ModelOptions, samples: [SampleID: Sample],
        _ body: @Sendable (ModelResolver) async throws -> Result
    ) async throws -> Result {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: TimeAmount(options.timeLimits.connect)))
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(options.maxConnections ?? 0, 512)
        configuration.connectionPool.retryConnectionEstablishment = false
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let servers = LocalServers()
        let resolver = ModelResolver(
            context: ResolvingContext(options: options, samples: samples, http: http, servers: servers))
        do {
            let result = try await body(resolver)
            await servers.stopAll()
            try? await http.shutdown()
            return result
        } catch {
            await servers.stopAll()
            try? await http.shutdown()
            throw error
        }
    }

    /// - Parameter name: `openai/gpt-4o-mini`, `local/smollm2-135m`, `gguf:/models/mine.gguf`, `control/secure`, ….
    /// - Returns: the model, and how many requests to it make sense at once (as asked for, or the provider's own number).
    /// - Throws: `UserError` when there is no such provider or model, a key is missing or refused, or a server does not answer.
    public func resolve(_ name: String) async throws -> (model: any LanguageModel, connections: Int) {
        let (provider, rest) = try Self.provider(of: name)
        let resolved = try await provider.model(rest, in: context)
        return (resolved.model, resolved.connections)
    }

    /// What a plan has to know of a model, told without a key, a network or a server.
    ///
    /// - Throws: `UserError` when there is no such model.
    public func outline(_ name: String) throws -> ModelOutline {
        let (provider, rest) = try Self.provider(of: name)
        return try provider.outline(rest, in: context)
    }

    private static func provider(of name: String) throws -> (any ModelProvider, rest: String) {
        let end = name.firstIndex { $0 == "/" || $0 == ":" } ?? name.endIndex
        let prefix = String(name[..<end])
        let rest = end == name.endIndex ? "" : String(name[name.index(after: end)...])
        guard let provider = ModelProviders.builtIn.first(where: { $0.name == prefix.lowercased() }) else {
            throw unknown(prefix, in: name)
        }
        return (provider, rest)
    }

    /// How every kind of model is named, for help texts.
    public static var usages: [String] { ModelProviders.builtIn.map(\.usage) }

    private static func unknown(_ prefix: String, in name: String) -> UserError {
        let names = ModelProviders.builtIn.map(\.name)
        let hint = NearMiss.suggestion(for: prefix.lowercased(), among: names).map { "did you mean '\($0)'? " } ?? ""
        return UserError(
            "there is no model provider '\(prefix)' (in --model \(name))",
            remedy: "\(hint)Models are named \(usages.joined(separator: ", "))")
    }
}
