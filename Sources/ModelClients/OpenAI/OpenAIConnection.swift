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

    /// - Throws: `UserError` when the server is missing, refuses the key, or serves no such model.
    func resolved(in context: ResolvingContext) async throws -> Resolved {
        let isAzure = base.host.hasSuffix(".azure.com")
        let transport = context.transport(
            base, authorization: key.map { [(isAzure ? "api-key" : "Authorization", $0)] } ?? [])
        let preflight = try await Preflight(transport, model: "\(provider)/\(model)", keyRemedy: keyRemedy)
        let served = try name(preflight)
        let full = "\(provider)/\(served)"
        let connections = context.options.maxConnections ?? 16
        var details = ["base-url": base.description, "seed": context.options.sendsSeed ? "sent" : "not sent"]
        details["server"] = preflight.server
        details["server-version"] = preflight.version
        var openAI = OpenAICompatibleModel(
            identity: ModelIdentity(model: full, form: context.options.form ?? .chat, details: details),
            name: served,
            server: ModelServer(transport, model: full, connections: connections, policy: context.options.retries))
        openAI.dialect = dialect
        openAI.dialect.takesSeed = context.options.sendsSeed
        openAI.infill = try InfillTemplate.chosen(context.options.infillTemplate, for: served)
        return Resolved(model: openAI, connections: connections)
    }

    private func name(_ preflight: Preflight) throws -> String {
        if model.isEmpty {
            guard preflight.models.count == 1 else {
                throw UserError(
                    "--model \(provider)/ names no model, and \(base) serves \(preflight.models.count)",
                    remedy: "write \(provider)/<model>" + (preflight.complaint(about: "").map { "; \($0)" } ?? ""))
            }
            return preflight.models[0]
        }
        if let complaint = preflight.complaint(about: model), !preflight.models.contains("\(model):latest") {
            throw UserError("\(base) does not serve the model '\(model)'", remedy: complaint)
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
