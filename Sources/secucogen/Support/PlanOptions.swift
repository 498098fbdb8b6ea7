import ArgumentParser
import EvaluationCore

/// What is asked of each sample.
struct PlanOptions: ParsableArguments {
    @Option(name: .customLong("task"), help: "Repeatable; 'all' for the seven: \(PromptTask.names). Default: generate.")
    var tasks: [TaskChoice] = [.one(.generate)]

    @Option(name: .customLong("shot-from"), help: "Where generate-one-shot takes its example: same-type or any.")
    var oneShot: OneShotSource = .sameType

    @Option(name: .customLong("detect-items"), help: "What detect is asked about: halves (as in the paper) or all.")
    var detection: DetectionItems = .halves

    func plan(model: String, samples: [Sample], _ sampling: SamplingOptions, form: PromptForm) throws -> Plan {
        Plan(
            model: model, tasks: TaskChoice.tasks(tasks), samples: samples.map(\.id), attempts: sampling.attempts,
            parameters: sampling.parameters, form: form, systemPrompt: try sampling.systemPromptText(),
            oneShot: oneShot, detection: detection)
    }
}
