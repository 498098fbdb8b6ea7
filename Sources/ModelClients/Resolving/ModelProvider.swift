public import EvaluationCore

/// One kind of model: what comes before the slash or colon of `--model`. A new one is one file and one line in `builtIn`.
protocol ModelProvider: Sendable {
    /// `openai`
    var name: String { get }
    /// How a model of it is named, for messages: `openai/<model>`.
    var usage: String { get }

    /// - Parameter model: what follows the provider's name.
    /// - Throws: `UserError`.
    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved

    /// What a plan has to know of the model, told without a key, a network or a server.
    ///
    /// - Throws: `UserError` when there is no such model.
    func outline(_ model: String, in context: ResolvingContext) throws -> ModelOutline
}

extension ModelProvider {
    func outline(_ model: String, in context: ResolvingContext) throws -> ModelOutline {
        ModelOutline(form: context.options.form ?? .chat, connections: context.options.maxConnections ?? 16)
    }
}

/// What a plan has to know of a model.
public struct ModelOutline: Sendable, Hashable {
    public var form: PromptForm
    /// Requests that make sense at once.
    public var connections: Int
}

/// A model and how many requests to it make sense at once.
struct Resolved: Sendable {
    var model: any LanguageModel
    var connections: Int
}

enum ModelProviders {
    static let builtIn: [any ModelProvider] = [
        OpenAIProvider(), AnthropicProvider(), OpenAICompatibleProvider(), LocalProvider(), GGUFProvider(),
        ExecProvider(), PythonProvider(), AgentProvider(), ReplayProvider(), ControlProvider(),
    ]
}
