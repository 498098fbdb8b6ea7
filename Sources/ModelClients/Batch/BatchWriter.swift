public import EvaluationCore
internal import Foundation

/// Writes requests for a program that answers them later.
public struct BatchWriter: Sendable {
    private let format: BatchFormat
    /// As the program knows it.
    private let model: String
    private let dialect: OpenAIDialect
    private let infill: InfillTemplate?

    /// - Parameters:
    ///   - model: `provider/name`.
    ///   - infillTemplate: a name among `InfillTemplate.builtIn`; nil for the one that suits the model.
    ///   - sendsSeed: some servers reject the field.
    /// - Throws: `UserError` when there is no such template, or the format cannot hold such prompts.
    public init(
        format: BatchFormat, model: String, form: PromptForm, infillTemplate: String?, sendsSeed: Bool
    ) throws {
        let parts = model.split(separator: "/", maxSplits: 1)
        self.format = format
        self.model = parts.count == 2 ? String(parts[1]) : model
        guard format != .anthropic || form == .chat else {
            throw UserError("Anthropic's batches take chat prompts only", remedy: "leave out --prompt-form")
        }
        dialect = OpenAIDialect(limitsCompletionTokens: parts.first == "openai", takesSeed: sendsSeed)
        infill = try InfillTemplate.chosen(infillTemplate, for: self.model)
        guard format != .openAI || form != .infill || infill != nil else {
            throw UserError(
                "no fill-in-the-middle template is known for '\(self.model)'",
                remedy: "choose one with --infill-template: \(InfillTemplate.names)")
        }
    }

    /// - Parameters:
    ///   - path: one that ends in `.gz` is packed.
    ///   - next: the next request, nil at the end.
    /// - Returns: how many were written.
    /// - Throws: `UserError` when the path cannot be written, and what `next` throws.
    public func write(to path: String, _ next: () throws -> ModelRequest?) throws -> Int {
        let encoder = JSONEncoder()
        // Sorted, so that the same plan gives the same file.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var count = 0
        try ByteSink.writing(to: path) { sink in
            if format == .anthropic { try sink(Data("{\"requests\":[\n".utf8)) }
            while let request = try next() {
                if format == .anthropic, count > 0 { try sink(Data(",\n".utf8)) }
                try sink(try line(request, encoder))
                if format != .anthropic { try sink(Data("\n".utf8)) }
                count += 1
            }
            if format == .anthropic { try sink(Data("\n]}\n".utf8)) }
        }
        return count
    }

    private func line(_ request: ModelRequest, _ encoder: JSONEncoder) throws -> Data {
        let id = request.key.requestID
        switch format {
        case .jsonl: return try encoder.encode(RequestLine(request, id: id))
        case .openAI:
            let asked = try OpenAIRequest.asking(
                request.prompt, of: model, parameters: request.parameters, dialect: dialect, infill: infill)
            return try encoder.encode(OpenAILine(customID: id, url: "/v1/\(asked.path)", body: asked.body))
        case .anthropic:
            guard case .chat(let messages) = request.prompt else { preconditionFailure("checked at the start") }
            let body = AnthropicRequest(model: model, messages: messages, parameters: request.parameters)
            return try encoder.encode(AnthropicLine(customID: id, params: body))
        }
    }

    private struct OpenAILine: Encodable {
        var customID: String
        var method = "POST"
        var url: String
        var body: OpenAIRequest

        enum CodingKeys: String, CodingKey {
            case customID = "custom_id"
            case method, url, body
        }
    }

    private struct AnthropicLine: Encodable {
        var customID: String
        var params: AnthropicRequest

        enum CodingKeys: String, CodingKey {
            case customID = "custom_id"
            case params
        }
    }
}
