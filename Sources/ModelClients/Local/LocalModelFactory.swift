internal import EvaluationCore
internal import Foundation

/// Starts or reuses the server of a GGUF file and describes what runs there.
enum LocalModelFactory {
    static func runtime(of context: ResolvingContext) throws -> LocalRuntime {
        guard let runtime = context.options.localRuntime else {
            throw UserError("the bundled model server was not found", remedy: "run 'secucogen setup --model'")
        }
        return runtime
    }

    /// - Throws: `UserError` when the file is no model.
    static func outline(_ path: String, in context: ResolvingContext) throws -> ModelOutline {
        ModelOutline(
            form: form(of: try GGUFHeader(path: path), in: context), connections: context.options.maxConnections ?? 1)
    }

    private static func form(of header: GGUFHeader, in context: ResolvingContext) -> PromptForm {
        context.options.form ?? (header.hasChatTemplate ? .chat : .completion)
    }

    /// - Throws: `UserError` when the file is no model or the server does not start.
    static func resolve(
        _ name: String, path: String, runtime: LocalRuntime, in context: ResolvingContext
    ) async throws -> Resolved {
        let header = try GGUFHeader(path: path)
        let digest = try GGUFDigest.sha256(of: path, cache: GGUFDigest.defaultCache(context.options.environment))
        let slots = context.options.maxConnections ?? 1
        // llama.cpp's threads wait for one another after every step; where another process holds one of their processors (the
        // sandbox that scores meanwhile, say) all of them crawl. Measured on 2 busy processors: 2 tokens a second with 2
        // threads, 22 with 1.
        let threads = max(ProcessInfo.processInfo.activeProcessorCount - 1, 1)
        let settings = LocalServer.Settings(
            model: path, context: contextSize(header, path: path, slots: slots, wanted: context.options.localContext),
            slots: slots, threads: threads)
        let server = try await context.servers.server(settings, runtime: runtime)

        let transport = context.transport(
            try BaseURL(server.address + "/v1"), authorization: [("Authorization", server.key)])
        var policy = context.options.retries
        // The server is ours: when it is gone it does not come back.
        policy.retries = min(policy.retries, 2)
        let model = OpenAICompatibleModel(
            identity: ModelIdentity(
                model: name, form: form(of: header, in: context),
                details: [
                    "server": "llama.cpp", "server-version": "xllamacpp \(server.version)", "gguf-sha256": digest,
                    "context": "\(settings.context)", "slots": "\(slots)", "threads": "\(settings.threads)",
                ]),
            name: name, server: context.server(transport, model: name, connections: slots, policy: policy),
            // It is ours, and takes as many as there are.
            dialect: OpenAIDialect(mostStops: .max),
            infill: try InfillTemplate.chosen(context.options.infillTemplate, for: header.name ?? name),
            cachesPrompt: true)
        return Resolved(model: LocalModel(model, slots: slots), connections: slots)
    }

    /// As many tokens as the model was trained for, but no more than 16384, and no more than half of the memory holds.
    private static func contextSize(_ header: GGUFHeader, path: String, slots: Int, wanted: Int?) -> Int {
        if let wanted { return wanted }
        let trained = min(header.trainedContext ?? 4096, 16384)
        guard let perToken = header.cacheBytesPerToken, perToken > 0 else { return trained }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue ?? 0
        let budget = Int(clamping: ProcessInfo.processInfo.physicalMemory / 2) - size
        return max(min(trained, budget / perToken / slots), 2048)
    }
}
