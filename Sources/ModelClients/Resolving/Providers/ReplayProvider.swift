internal import EvaluationCore

/// Answers that were made elsewhere.
struct ReplayProvider: ModelProvider {
    let name = "replay"
    let usage = "replay:<file or folder>"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        guard !model.isEmpty else {
            throw UserError("--model replay: names no file", remedy: "write replay:attempts.jsonl")
        }
        return Resolved(model: try ReplayModel(path: model, samples: context.samples.keys.sorted()), connections: 4)
    }
}
