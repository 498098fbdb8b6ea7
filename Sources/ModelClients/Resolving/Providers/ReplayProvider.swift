internal import EvaluationCore

/// Answers that were made elsewhere.
struct ReplayProvider: ModelProvider {
    let name = "replay"
    let usage = "replay:<file or folder>"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        Resolved(model: try replay(model, in: context), connections: 4)
    }

    private func replay(_ model: String, in context: ResolvingContext) throws -> ReplayModel {
        guard !model.isEmpty else {
            throw UserError("--model replay: names no file", remedy: "write replay:attempts.jsonl")
        }
        return try ReplayModel(path: model, samples: context.samples.keys.sorted())
    }

    func outline(_ model: String, in context: ResolvingContext) throws -> ModelOutline {
        ModelOutline(form: try replay(model, in: context).identity.form, connections: 4)
    }
}
