internal import EvaluationCore
internal import Foundation

/// The models that come with the tool.
struct LocalProvider: ModelProvider {
    let name = "local"
    let usage = "local/<name>"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        let runtime = try LocalModelFactory.runtime(of: context)
        let path = "\(runtime.models)/\(model).gguf"
        guard FileManager.default.fileExists(atPath: path) else {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: runtime.models)) ?? []
            let names = files.filter { $0.hasSuffix(".gguf") }.map { "local/\($0.dropLast(5))" }.sorted()
            let remedy = names.isEmpty ? "run Scripts/bootstrap" : "there is \(names.joined(separator: ", "))"
            throw UserError("there is no model local/\(model) (no file '\(path)')", remedy: remedy)
        }
        return try await LocalModelFactory.resolve("local/\(model)", path: path, runtime: runtime, in: context)
    }
}

/// Any GGUF file.
struct GGUFProvider: ModelProvider {
    let name = "gguf"
    let usage = "gguf:<file.gguf>"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        guard !model.isEmpty else {
            throw UserError("--model gguf: names no file", remedy: "write gguf:/path/to/model.gguf")
        }
        return try await LocalModelFactory.resolve(
            "gguf:\(model)", path: model, runtime: LocalModelFactory.runtime(of: context), in: context)
    }
}
