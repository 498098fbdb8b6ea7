internal import EvaluationCore
internal import Foundation

/// A coding agent as a model: each attempt is a fresh folder, in which it leaves its answer as a file.
struct AgentModel: LanguageModel {
    let identity: ModelIdentity
    let command: ProgramCommand
    /// What a repair begins with.
    let samples: [SampleID: Sample]
    let limit: Duration
    /// Texts that must not be kept.
    let secrets: [String]

    func answer(_ request: ModelRequest) async throws -> ModelAnswer {
        guard case .chat(let messages) = request.prompt else {
            throw ModelError(.misconfigured, "\(identity.model) takes chat prompts only; leave out --prompt-form")
        }
        let folder = try AgentFolder(request.key, messages, program: program(for: request.key))
        defer { folder.remove() }
        let transcript = AgentTranscript()
        let start = ContinuousClock.now
        let end = try await run(in: folder, transcript)
        let latency = (ContinuousClock.now - start) / .seconds(1)
        let text = folder.answer()
        let report = folder.report()
        if text == nil, let end, end.status != 0 {
            let words = "\(identity.model): the agent ended with \(end.words)\(transcript.lastWords(without: secrets))"
            throw ModelError(end.wasNeverFound ? .misconfigured : .unavailable, words)
        }
        let heading = [end.map { "ended with \($0.words)" } ?? "ended by its time limit", report.text].compactMap { $0 }
        return ModelAnswer(
            text: text ?? "", reasoning: (heading + [transcript.text(without: secrets)]).joined(separator: "\n\n"),
            finish: end == nil ? .length : .stop, usage: report.usage, latency: latency,
            servedModel: identity.details["harness"].map { "\($0) with \(identity.details["harness-model"] ?? "")" })
    }

    private func program(for key: AttemptKey) -> String? {
        key.task == .repair || key.task == .repairExplained ? samples[key.sample]?.insecureCode : nil
    }

    /// - Returns: nil when its time was up.
    private func run(in folder: AgentFolder, _ transcript: AgentTranscript) async throws -> ProcessTree.End? {
        let output = Pipe()
        let tree = try ProcessTree(
            command.behindItsWall(), in: folder.url, input: FileHandle.nullDevice, output: output, errors: output)
        let reader = PipeReader(output) {
            transcript.write($0)
        } whenEnded: {
            transcript.close()
        }
        defer { reader.stop() }
        let end = try await withTaskCancellationHandler {
            try await waitForEnd(of: tree)
        } onCancel: {
            tree.killAll()
        }
        // What it has left running would go on writing.
        tree.killAll()
        await transcript.waitUntilClosed(.seconds(10))
        try Task.checkCancellation()
        return end
    }

    private func waitForEnd(of tree: ProcessTree) async throws -> ProcessTree.End? {
        let alarm = Task {
            try await Task.sleep(for: limit)
            tree.killAll()
            return true
        }
        let end = await tree.waitUntilEnd()
        alarm.cancel()
        let isLate = (try? await alarm.value) ?? false
        return isLate ? nil : end
    }
}
