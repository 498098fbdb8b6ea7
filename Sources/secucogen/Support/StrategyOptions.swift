import ArgumentParser
import EvaluationCore
import EvaluationEngine
import Strategies

/// `--strategy`.
struct StrategyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How each question is put to the model.",
            discussion: builtInStrategies.map { kind in
                "\(kind.name)\(kind.number.map { " (:\($0.standard))" } ?? ""): \(kind.summary)"
            }.joined(separator: "; ")),
        completion: .list(builtInStrategies.map(\.name)))
    var strategy: String = "plain"

    func validate() throws {
        do { _ = try StrategyChoice(strategy) } catch let error as UserError {
            throw ValidationError("--strategy: \(error.description)")
        }
    }

    /// As the plan names it; nil for plain.
    var planName: String? { (try? StrategyChoice(strategy))?.planName }

    /// - Throws: `UserError` where the strategy cannot be used: it needs a conversation, and an answer that is code.
    func check(_ plan: Plan, _ model: ModelSelection) throws {
        guard let name = plan.strategy else { return }
        guard !model.isAgent else {
            throw UserError(
                "--strategy \(name): is for models, and an agent goes its own way", remedy: "leave --strategy out")
        }
        guard plan.form == .chat else {
            throw UserError(
                "--strategy \(name): is a conversation, and the prompt's form is \(plan.form.rawValue)",
                remedy: "choose a chat model, or --prompt-form chat")
        }
        if let task = plan.tasks.first(where: { !$0.yieldsCode }) {
            throw UserError(
                "--strategy \(name): is for tasks whose answer is code, not for \(task.rawValue)",
                remedy: "leave \(task.rawValue) out, or ask it in a run without a strategy")
        }
    }
}
