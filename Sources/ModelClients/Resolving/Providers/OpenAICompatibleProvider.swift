internal import EvaluationCore

/// Any server of the same API: vLLM, SGLang, TGI, llama.cpp, Ollama, OpenRouter, Azure.
struct OpenAICompatibleProvider: ModelProvider {
    let name = "openai-compatible"
    let usage = "openai-compatible/<model> (with --base-url)"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        guard let address = try context.options.baseURL ?? context.variable("OPENAI_BASE_URL") else {
            throw UserError(
                "openai-compatible/\(model) needs an address",
                remedy: "give --base-url, such as http://localhost:8000/v1, or set OPENAI_BASE_URL")
        }
        return try await OpenAIConnection(
            provider: name, model: model, base: BaseURL(address),
            key: context.credential("OPENAI_COMPATIBLE_API_KEY", "OPENAI_API_KEY"),
            keyRemedy: "set OPENAI_API_KEY to this server's key, or name a file of mode 0600 with --key-file",
            dialect: OpenAIDialect()
        ).resolved(in: context)
    }
}
