import ArgumentParser
import EvaluationCore
import Foundation
import ModelClients

/// `--model` and how it is reached.
struct ModelSelection: ParsableArguments {
    static let standardRetries = 6
    /// In seconds.
    static let standardTimeout = 900
    static let standardWait = 600

    @Option(
        help: ArgumentHelp("Who answers: provider/name.", discussion: ModelResolver.usages.joined(separator: ", ")),
        completion: .models)
    var model: String

    @Option(help: "Address of an OpenAI-compatible server, such as http://localhost:8000/v1 (OPENAI_BASE_URL).")
    var baseURL: String?

    @Option(
        help:
            "A file of mode 0600 with the key; otherwise OPENAI_API_KEY or ANTHROPIC_API_KEY, from the environment or ./.env.",
        completion: .file()
    )
    var keyFile: String?

    @Option(help: "Requests under way at once (default: what suits the provider).")
    var maxConnections: Int?

    @Option(help: "Tries beyond the first when a server fails.")
    var maxRetries: Int = standardRetries

    @Option(help: "Seconds that one answer may take.")
    var timeout: Int = standardTimeout

    @Option(
        help:
            "Most seconds to wait when a server says that it wants to be asked later; then the run ends, to go on another time."
    )
    var maxWait: Int = standardWait

    @Flag(name: .customLong("no-seed"), help: "Leave the seed out of requests, for servers that reject it.")
    var omitsSeed = false

    @Option(help: "Tokens of context of a local model (default: as its file and the memory allow).")
    var context: Int?

    @Option(help: "How a model is asked to fill a gap: \(InfillTemplate.builtIn.map(\.name).joined(separator: ", ")).")
    var infillTemplate: String?

    @Option(help: "Of an agent: its name and version, such as aider/0.86.1.") var harness: String?
    @Option(help: "Of an agent: the model that it asks, such as openai/gpt-4o.") var harnessModel: String?

    /// What comes before the slash or colon of `--model`.
    var provider: String { String(model.prefix { $0 != "/" && $0 != ":" }).lowercased() }
    var isLocal: Bool { provider == "local" || provider == "gguf" }
    /// Whether it is a program of the user's.
    var isProgram: Bool { provider == "exec" || provider == "python" || isAgent }
    var isAgent: Bool { provider == "agent" }
    /// The name in tables, unless another is given.
    var title: String {
        guard isAgent, let harness, let harnessModel else { return model }
        return "\(harness) with \(harnessModel)"
    }

    /// No option makes a wait endless.
    func validate() throws {
        func check(_ value: Int?, _ name: String, _ range: ClosedRange<Int>) throws {
            guard let value, !range.contains(value) else { return }
            throw ValidationError("\(name) has to be from \(range.lowerBound) to \(range.upperBound), not \(value)")
        }
        try check(timeout, "--timeout", 1...86_400)
        try check(maxWait, "--max-wait", 1...86_400)
        try check(maxRetries, "--max-retries", 0...100)
        try check(maxConnections, "--max-connections", 1...1024)
        try check(context, "--context", 256...10_000_000)
    }

    /// - Parameters:
    ///   - dataset: the dataset's folder, which agents do not see.
    ///   - programLog: where a program's standard error goes.
    func options(
        home: Home, dataset: URL, form: PromptForm?, waits: WaitBoard, programLog: URL? = nil
    ) -> ModelOptions {
        ModelOptions(
            baseURL: baseURL, keyFile: keyFile, form: form, maxConnections: maxConnections,
            timeLimits: TimeLimits(firstByte: .seconds(timeout), whole: .seconds(timeout)),
            retries: RetryPolicy(retries: maxRetries, patience: .seconds(maxWait)), infillTemplate: infillTemplate,
            sendsSeed: !omitsSeed,
            localContext: context,
            localRuntime: LocalRuntime(tools: home.tools.path, runtime: home.runtime.path), programLog: programLog,
            harness: harness, harnessModel: harnessModel,
            hiddenFolders: [dataset.path, home.dataset.path, home.folder.appending(path: ".git").path],
            waits: waits,
            warn: { Terminal.note("secucogen: warning: \(Terminal.harmless($0))") },
            environment: ProcessInfo.processInfo.environment,
            environmentFile: EnvironmentFile(URL(filePath: ".env")))
    }
}
