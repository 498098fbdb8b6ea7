internal import EvaluationCore

/// Answerers with no model.
struct ControlProvider: ModelProvider {
    let name = "control"
    let usage = "control/{secure,insecure,refuse,none}"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        Resolved(model: try control(model, in: context), connections: 4)
    }

    private func control(_ model: String, in context: ResolvingContext) throws -> ControlModel {
        guard let behaviour = ControlModel.Behaviour(rawValue: model) else {
            let names = ControlModel.Behaviour.allCases.map { "control/\($0.rawValue)" }
            throw UserError(
                "there is no control '\(model)'", remedy: "the controls are \(names.joined(separator: ", "))")
        }
        return ControlModel(behaviour: behaviour, samples: context.samples)
    }

    func outline(_ model: String, in context: ResolvingContext) throws -> ModelOutline {
        ModelOutline(form: try control(model, in: context).identity.form, connections: 4)
    }
}
