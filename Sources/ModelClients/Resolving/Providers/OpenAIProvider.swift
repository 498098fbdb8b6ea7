internal import EvaluationCore

/// OpenAI's own service.
struct OpenAIProvider: ModelProvider {
    let name = "openai"
    let usage = "openai/<model>"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        let keyRemedy = "set OPENAI_API_KEY, or name a file of mode 0600 with --key-file"
        guard let key = try context.credential("OPENAI_API_KEY") else {
            throw UserError("openai/\(model) needs a key", remedy: keyRemedy)
        }
        let address = try context.options.baseURL ?? context.variable("OPENAI_BASE_URL")
        return try await OpenAIConnection(
            provider: name, model: model, base: BaseURL(address ?? "https://api.openai.com/v1"), key: key,
            keyRemedy: keyRemedy, dialect: OpenAIDialect(limitsCompletionTokens: true)
        ).resolved(in: context)
    }
}
