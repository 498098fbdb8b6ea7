import EvaluationCore

/// Chooses the example of `generate-one-shot`.
enum OneShot {
    /// Another sample, drawn by the plan's seed and the target's name alone: the choice changes with neither task nor
    /// the other samples of the plan.
    static func example(for target: Sample, among samples: [Sample], plan: Plan) throws -> Sample {
        let others = samples.filter {
            $0.id != target.id && (plan.oneShot == .any || $0.type == target.type)
        }.sorted { $0.id < $1.id }
        var generator = SeededGenerator(seed: plan.parameters.seed, stream: "one-shot \(target.id)")
        guard let example = others.randomElement(using: &generator) else {
            throw UserError(
                "\(target.id): no other sample of \(target.type) can be its example", remedy: "use --shot-from any")
        }
        return example
    }
}
