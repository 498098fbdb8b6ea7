internal import EvaluationCore
internal import Foundation

/// Any program: `exec:./my-model --fast`.
struct ExecProvider: ModelProvider {
    let name = "exec"
    let usage = "exec:<command>"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        guard !model.allSatisfy(\.isWhitespace) else {
            throw UserError("--model exec: names no command", remedy: "write exec:'./my-model --fast'")
        }
        let command = ProgramCommand.shell(model, environment: context.options.environment)
        return await context.program(command, name: "exec:\(model)")
    }
}

/// A Python function: `python:my_model.py:answer`.
struct PythonProvider: ModelProvider {
    let name = "python"
    let usage = "python:<file.py>:<function>"

    func model(_ model: String, in context: ResolvingContext) async throws -> Resolved {
        let parts = model.split(separator: ":", omittingEmptySubsequences: false)
        let (file, function) = (parts.dropLast().joined(separator: ":"), String(parts.last ?? ""))
        guard parts.count >= 2, !file.isEmpty, !function.isEmpty else {
            throw UserError("--model python:\(model) names no function", remedy: "write \(usage)")
        }
        guard FileManager.default.fileExists(atPath: file) else {
            throw UserError("--model python:\(model): there is no file '\(file)'", remedy: "check the path")
        }
        guard let runner = context.options.localRuntime?.functionRunner else {
            throw UserError("secucogen's own files are not known", remedy: "give --home")
        }
        // Not the solutions' Python: the function wants the packages of its own.
        let command = ProgramCommand(
            executable: "/usr/bin/env", arguments: ["python3", "-B", runner, file, function],
            environment: context.options.environment)
        return await context.program(command, name: "python:\(model)")
    }
}

extension ResolvingContext {
    /// A program that ends with the resolver.
    fileprivate func program(_ command: ProgramCommand, name: String) async -> Resolved {
        let connections = options.maxConnections ?? 64
        let runner = ProgramRunner(command, name: name, mostAtOnce: connections, options: options)
        await servers.add(runner)
        let identity = ModelIdentity(model: name, form: options.form ?? .chat)
        return Resolved(model: ProgramModel(identity: identity, runner: runner), connections: connections)
    }
}
