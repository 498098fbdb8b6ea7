internal import EvaluationCore
internal import Foundation

/// A coding agent: `agent:'aider --yes --message-file TASK.md solution.py'`.
struct AgentProvider: ModelProvider {
    let name = "agent"
    let usage = "agent:<command> (with --harness and --harness-model)"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        guard !model.allSatisfy(\.isWhitespace) else {
            throw UserError("--model agent: names no command", remedy: "write agent:'my-agent --task TASK.md'")
        }
        let options = context.options
        // The same model is worth something else in another agent's hands.
        guard let harness = options.harness, let harnessModel = options.harnessModel else {
            throw UserError(
                "agent:\(model): results name both the agent and its model",
                remedy: "give --harness NAME/VERSION and --harness-model PROVIDER/NAME")
        }
        guard (options.form ?? .chat) == .chat else {
            throw UserError("agents take chat prompts only", remedy: "leave out --prompt-form")
        }
        var command = ProgramCommand.shell(model, environment: options.environment)
        var details = ["harness": harness, "harness-model": harnessModel]
        if let wall = AgentWall(hiding: options.hiddenFolders) {
            command.wall = wall
        } else {
            details["sees"] = "the dataset's files"
            options.warn("the agent could read the dataset's checks: bubblewrap cannot be used here to hide them")
        }
        let secrets = options.environment.filter { name, value in
            value.utf8.count >= 8 && ["KEY", "TOKEN", "SECRET", "PASSWORD"].contains { name.uppercased().contains($0) }
        }
        let agent = AgentModel(
            identity: ModelIdentity(model: "agent:\(model)", form: .chat, details: details), command: command,
            samples: context.samples, limit: options.timeLimits.whole, secrets: secrets.values.sorted())
        return Resolved(model: agent, connections: options.maxConnections ?? 2)
    }

    func outline(_ model: String, in context: ResolvingContext) throws -> ModelOutline {
        ModelOutline(form: .chat, connections: context.options.maxConnections ?? 2)
    }
}
