internal import EvaluationCore

/// Anthropic's messages API.
struct AnthropicProvider: ModelProvider {
    let name = "anthropic"
    let usage = "anthropic/<model>"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        let keyRemedy = "set ANTHROPIC_API_KEY, or name a file of mode 0600 with --key-file"
        guard let key = try context.credential("ANTHROPIC_API_KEY") else {
            throw UserError("anthropic/\(model) needs a key", remedy: keyRemedy)
        }
        var address =
            try context.options.baseURL ?? context.variable("ANTHROPIC_BASE_URL")
            ?? "https://api.anthropic.com"
        // Its own clients take the address without the version.
        if !address.contains("/v1") { address += address.hasSuffix("/") ? "v1" : "/v1" }
        let base = try BaseURL(address)
        let transport = context.transport(
            base, authorization: [("x-api-key", key)], headers: [("anthropic-version", "2023-06-01")])
        let full = "anthropic/\(model)"
        guard !model.isEmpty else {
            throw UserError("--model anthropic/ names no model", remedy: "write anthropic/<model>")
        }
        // The names it lists are not compared: aliases are served without being listed.
        let preflight = try await Preflight(transport, model: full)
        let connections = context.options.maxConnections ?? 8
        let anthropic = AnthropicModel(
            identity: ModelIdentity(
                model: full, form: .chat, details: ["base-url": base.description, "seed": "not supported"]),
            name: model, server: context.server(transport, model: full, connections: connections))
        try await preflight.check(anthropic, keyRemedy: keyRemedy, base: base, warn: context.options.warn)
        return Resolved(model: anthropic, connections: connections)
    }

    func outline(_ model: String, in context: ResolvingContext) throws -> ModelOutline {
        ModelOutline(form: .chat, connections: context.options.maxConnections ?? 8)
    }
}
