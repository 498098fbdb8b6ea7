extension Plan {
    /// The plan of a run that goes on with more tasks, samples or attempts.
    ///
    /// - Throws: `UserError` naming the first setting that differs: answers drawn under different settings do not belong
    ///   in one run.
    public func grown(by other: Plan) throws -> Plan {
        try require(model == other.model, "--model", model, other.model)
        try require(form == other.form, "--prompt-form", form.rawValue, other.form.rawValue)
        try require(
            systemPrompt == other.systemPrompt, "--system-prompt", systemPrompt ?? "none", other.systemPrompt ?? "none")
        try requireSame(parameters, other.parameters)
        try require(oneShot == other.oneShot, "--shot-from", oneShot.rawValue, other.oneShot.rawValue)
        try require(detection == other.detection, "--detect-items", detection.rawValue, other.detection.rawValue)
        try require(strategy == other.strategy, "--strategy", strategy ?? "plain", other.strategy ?? "plain")
        var plan = self
        plan.tasks = PromptTask.allCases.filter { tasks.contains($0) || other.tasks.contains($0) }
        plan.samples = Set(samples + other.samples).sorted()
        plan.attempts = max(attempts, other.attempts)
        let retried = Set((retriedMaxTokens ?? []) + (other.retriedMaxTokens ?? []))
        plan.retriedMaxTokens = retried.isEmpty ? nil : retried.sorted()
        return plan
    }

    private func requireSame(_ stored: SamplingParameters, _ asked: SamplingParameters) throws {
        func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "left to the server" }
        try require(
            stored.temperature == asked.temperature, "--temperature", text(stored.temperature), text(asked.temperature))
        try require(stored.topP == asked.topP, "--top-p", text(stored.topP), text(asked.topP))
        try require(
            stored.maxTokens == asked.maxTokens, "--max-tokens", "\(stored.maxTokens)", "\(asked.maxTokens)")
        try require(stored.seed == asked.seed, "--seed", "\(stored.seed)", "\(asked.seed)")
    }

    private func require(_ same: Bool, _ setting: String, _ stored: String, _ asked: String) throws {
        guard !same else { return }
        throw UserError(
            "the run was made with \(setting) '\(stored)', not '\(asked)'",
            remedy: "repeat the setting to go on, or give another --output")
    }
}
