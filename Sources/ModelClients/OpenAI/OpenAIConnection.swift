internal import EvaluationCore

/// Everything that is needed to reach a model behind OpenAI's API.
struct OpenAIConnection: Sendable {
    var provider: String
    /// Empty asks for whatever the server serves, when that is one model.
    var model: String
    var base: BaseURL
    var key: Credential?
    var keyRemedy: String
    var dialect: OpenAIDialect

    /// - Throws: `UserError` when the server is missing, refuses the key, or no model is named and it serves several.
    func resolved(in context: ResolvingContext) async throws -> Resolved {
        let isAzure = base.host.hasSuffix(".azure.com")
        let transport = context.transport(
            base, authorization: key.map { [(isAzure ? "api-key" : "Authorization", $0)] } ?? [])
        let preflight = try await Preflight(transport, model: "\(provider)/\(model)")
        let served = try name(preflight, warn: context.options.warn)
        let full = "\(provider)/\(served)"
        let connections = context.options.maxConnections ?? 16
        var details = ["base-url": base.description, "seed": context.options.sendsSeed ? "sent" : "not sent"]
        details["server"] = preflight.server
        details["server-version"] = preflight.version
        var spoken = dialect
        spoken.takesSeed = context.options.sendsSeed
        let openAI = OpenAICompatibleModel(
            identity: ModelIdentity(model: full, form: context.options.form ?? .chat, details: details),
            name: served, server: context.server(transport, model: full, connections: connections), dialect: spoken,
            infill: try InfillTemplate.chosen(context.options.infillTemplate, for: served))
        try await preflight.check(openAI, keyRemedy: keyRemedy, base: base, warn: context.options.warn)
        return Resolved(model: openAI, connections: connections)
    }

    private func name(_ preflight: Preflight, warn: (String) -> Void) throws -> String {
        if model.isEmpty {
            guard preflight.models.count == 1 else {
                throw UserError(
                    "--model \(provider)/ names no model, and \(base) serves \(preflight.models.count)",
                    remedy: "write \(provider)/<model>" + (preflight.complaint(about: "").map { "; \($0)" } ?? ""))
            }
            return preflight.models[0]
        }
        // Routers serve names that they do not list (`name:provider`, wildcards), so the first request decides.
        if let complaint = preflight.complaint(about: model), !preflight.models.contains("\(model):latest") {
            warn("\(base) does not list the model '\(model)': \(complaint)")
        }
        return model
    }
}

extension InfillTemplate {
    /// - Throws: `UserError` when no template has the chosen name.
    static func chosen(_ name: String?, for model: String) throws -> InfillTemplate? {
        guard let name else { return suiting(model) }
        guard let template = builtIn.first(where: { $0.name == name }) else {
            throw UserError("there is no fill-in-the-middle template '\(name)'", remedy: "choose one of \(names)")
        }
        return template
    }
}
