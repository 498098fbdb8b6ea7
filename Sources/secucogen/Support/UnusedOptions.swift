import EvaluationCore

/// Options that were given and change nothing for this model or these tasks. Nothing is ignored in silence.
struct UnusedOptions {
    let warnings: [String]

    init(_ command: RunCommand) {
        let model = command.modelSelection
        let sampling = command.sampling
        let asksNobody = model.provider == "control" || model.provider == "replay"
        let asksServer = !asksNobody && !model.isLocal && !model.isProgram
        let tasks = TaskChoice.tasks(command.questions.tasks)
        let form = sampling.form
        let rules: [(option: String, isGiven: Bool, isUsed: Bool)] = [
            ("--base-url", model.baseURL != nil, asksServer),
            ("--key-file", model.keyFile != nil, asksServer),
            ("--max-connections", model.maxConnections != nil, !asksNobody),
            ("--max-retries", model.maxRetries != ModelSelection.standardRetries, !asksNobody),
            ("--timeout", model.timeout != ModelSelection.standardTimeout, !asksNobody),
            ("--max-wait", model.maxWait != ModelSelection.standardWait, asksServer),
            ("--no-seed", model.omitsSeed, asksServer && model.provider != "anthropic"),
            ("--context", model.context != nil, model.isLocal),
            ("--harness", model.harness != nil, model.isAgent),
            ("--harness-model", model.harnessModel != nil, model.isAgent),
            ("--infill-template", model.infillTemplate != nil, form == .infill && !model.isProgram),
            ("--temperature", sampling.temperature != nil, !asksNobody),
            ("--top-p", sampling.topP != nil, !asksNobody),
            ("--system-prompt", sampling.systemPrompt != nil, !asksNobody && (form ?? .chat) == .chat),
        ]
        var warnings = rules.filter { $0.isGiven && !$0.isUsed }.map {
            "\($0.option) changes nothing for \(model.model)"
        }
        if command.questions.oneShot != .sameType, !tasks.contains(.generateOneShot) {
            warnings.append("--shot-from changes nothing without --task generate-one-shot")
        }
        if command.questions.detection != .halves, !tasks.contains(.detect) {
            warnings.append("--detect-items changes nothing without --task detect")
        }
        if command.noScore, !(command.gates.least + command.gates.most).isEmpty {
            warnings.append("--no-score leaves nothing that a gate could check: missing scores count as not secure")
        }
        self.warnings = warnings
    }
}
