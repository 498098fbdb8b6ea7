import ArgumentParser
import EvaluationCore
import Foundation
import ModelClients

@main
struct Secucogen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secucogen",
        abstract: "Measures how securely a code model writes, repairs and recognises Python code.",
        discussion: """
            A first look, without a key or a server:
              secucogen run --model local/smollm2-135m --output demo.run
            Your own model, on any server that speaks OpenAI's protocol:
              secucogen run --model openai-compatible/mine --base-url http://gpu-1:8000/v1
            """,
        version: Product.version,
        subcommands: [
            RunCommand.self, ScoreCommand.self, ShowCommand.self, ViewCommand.self, ReportCommand.self,
            CompareCommand.self, ReviewCommand.self, JudgeCommand.self, SecureCommand.self, PromptsCommand.self,
            ImportCommand.self, ExportCommand.self, DatasetCommand.self, CodeBLEUCommand.self, SetupCommand.self,
            DoctorCommand.self,
            CompletionsCommand.self,
        ])

    static func main() async {
        // A reader that has seen enough must not end a run: writing then fails, and is left (`Terminal`).
        signal(SIGPIPE, SIG_IGN)
        do {
            guard Array(CommandLine.arguments.dropFirst()) != ["--version"] else {
                return Terminal.result(Product.described())
            }
            try checkCommand(CommandLine.arguments.dropFirst(), of: configuration, "secucogen")
            let completed = try await ConfiguredDefaults.completing(Array(CommandLine.arguments.dropFirst()))
            for line in completed.told { Terminal.note("secucogen: from \(Terminal.harmless(line))") }
            var command = try parseAsRoot(completed.arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.exit(with: error, Self.self)
        }
    }
}

extension Secucogen {
    /// - Throws: `UsageError` that proposes the command which was probably meant.
    private static func checkCommand(
        _ arguments: ArraySlice<String>, of configuration: CommandConfiguration, _ path: String
    ) throws {
        guard let name = arguments.first, !name.hasPrefix("-"), name != "help", !configuration.subcommands.isEmpty
        else { return }
        let names = configuration.subcommands.map { $0._commandName }
        guard let command = configuration.subcommands.first(where: { $0._commandName == name }) else {
            let hint = NearMiss.suggestion(for: name.lowercased(), among: names).map { "did you mean '\($0)'? " } ?? ""
            throw UsageError("there is no command '\(path) \(name)'; \(hint)there are \(names.joined(separator: ", "))")
        }
        try checkCommand(arguments.dropFirst(), of: command.configuration, "\(path) \(name)")
    }
}

/// A command line that cannot be understood. Exit code 64.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
