import ArgumentParser
import EvaluationCore
import Foundation

@main
struct Secucogen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secucogen",
        abstract: "Measures how securely a code model writes, repairs and recognises Python code.",
        discussion: """
            A first look, without a key or a server:
              secucogen run --model local/smollm2-135m --output demo.run
            Your own model, on any server that speaks OpenAI's protocol:
              secucogen run --model openai-compatible/my-model --base-url http://localhost:8000/v1
            """,
        version: Product.version,
        subcommands: [
            RunCommand.self, ScoreCommand.self, ReportCommand.self, CompareCommand.self, ImportCommand.self,
            ExportCommand.self, DatasetCommand.self, CodeBLEUCommand.self, DoctorCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
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

enum Product {
    static let version = "0.1.0"
}
