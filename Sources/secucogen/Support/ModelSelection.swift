import ArgumentParser
import EvaluationCore
import Foundation
import ModelClients

/// `--model` and how it is reached.
struct ModelSelection: ParsableArguments {
    @Option(help: ArgumentHelp("Who answers: provider/name.", discussion: ModelResolver.usages.joined(separator: ", ")))
    var model: String

    @Option(help: "Address of an OpenAI-compatible server, such as http://localhost:8000/v1 (OPENAI_BASE_URL).")
    var baseURL: String?

    @Option(
        help:
            "A file of mode 0600 with the key; otherwise OPENAI_API_KEY or ANTHROPIC_API_KEY, from the environment or ./.env."
    )
    var keyFile: String?

    @Option(help: "Requests under way at once (default: what suits the provider).")
    var maxConnections: Int?

    @Option(help: "Tries beyond the first when a server fails.")
    var maxRetries: Int = 6

    @Option(help: "Seconds that one answer may take.")
    var timeout: Int = 900

    @Flag(name: .customLong("no-seed"), help: "Leave the seed out of requests, for servers that reject it.")
    var omitsSeed = false

    @Option(help: "Tokens of context of a local model (default: as its file and the memory allow).")
    var context: Int?

    @Option(help: "How a model is asked to fill a gap: \(InfillTemplate.builtIn.map(\.name).joined(separator: ", ")).")
    var infillTemplate: String?

    func options(home: Home, form: PromptForm?) -> ModelOptions {
        ModelOptions(
            baseURL: baseURL, keyFile: keyFile, form: form, maxConnections: maxConnections,
            timeLimits: TimeLimits(firstByte: .seconds(timeout), whole: .seconds(timeout)),
            retries: RetryPolicy(retries: maxRetries), infillTemplate: infillTemplate, sendsSeed: !omitsSeed,
            localContext: context,
            localRuntime: LocalRuntime(project: home.folder.path),
            environment: ProcessInfo.processInfo.environment,
            environmentFile: EnvironmentFile(URL(filePath: ".env")))
    }
}
