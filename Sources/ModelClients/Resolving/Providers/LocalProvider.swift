internal import EvaluationCore
internal import Foundation

/// The models that come with the tool.
struct LocalProvider: ModelProvider {
    let name = "local"
    let usage = "local/<name>"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        let runtime = try LocalModelFactory.runtime(of: context)
        return try await LocalModelFactory.resolve(
            "local/\(model)", path: path(of: model, runtime), runtime: runtime, in: context)
    }

    func outline(_ model: String, in context: ResolvingContext) throws -> ModelOutline {
        try LocalModelFactory.outline(path(of: model, LocalModelFactory.runtime(of: context)), in: context)
    }

    private func path(of model: String, _ runtime: LocalRuntime) throws -> String {
        let path = "\(runtime.models)/\(model).gguf"
        guard FileManager.default.fileExists(atPath: path) else {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: runtime.models)) ?? []
            let names = files.filter { $0.hasSuffix(".gguf") }.map { "local/\($0.dropLast(5))" }.sorted()
            let remedy = names.isEmpty ? "run 'secucogen setup --model'" : "there is \(names.joined(separator: ", "))"
            throw UserError("there is no model local/\(model) (no file '\(path)')", remedy: remedy)
        }
        return path
    }
}

/// Any GGUF file.
struct GGUFProvider: ModelProvider {
    let name = "gguf"
    let usage = "gguf:<file.gguf>"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        try check(model)
        return try await LocalModelFactory.resolve(
            "gguf:\(model)", path: model, runtime: LocalModelFactory.runtime(of: context), in: context)
    }

    func outline(_ model: String, in context: ResolvingContext) throws -> ModelOutline {
        try check(model)
        return try LocalModelFactory.outline(model, in: context)
    }

    private func check(_ model: String) throws {
        guard !model.isEmpty else {
            throw UserError("--model gguf: names no file", remedy: "write gguf:/path/to/model.gguf")
        }
    }
}
