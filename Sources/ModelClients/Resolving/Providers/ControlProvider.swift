internal import EvaluationCore

/// Answerers with no model.
struct ControlProvider: ModelProvider {
    let name = "control"
    let usage = "control/{secure,insecure,refuse,none}"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        guard let behaviour = ControlModel.Behaviour(rawValue: model) else {
            let names = ControlModel.Behaviour.allCases.map { "control/\($0.rawValue)" }
            throw UserError(
                "there is no control '\(model)'", remedy: "the controls are \(names.joined(separator: ", "))")
        }
        return Resolved(model: ControlModel(behaviour: behaviour, samples: context.samples), connections: 4)
    }
}
