internal import EvaluationCore

/// Answers that were made elsewhere.
struct ReplayProvider: ModelProvider {
    let name = "replay"
    let usage = "replay:<file.jsonl>"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        guard !model.isEmpty else {
            throw UserError("--model replay: names no file", remedy: "write replay:attempts.jsonl")
        }
        return Resolved(model: try ReplayModel(path: model), connections: 4)
    }
}
