import ArgumentParser
import CodeSimilarity
import Dataset
import EvaluationCore
import Foundation
import ModelClients
import Oracles
import Sandboxing
import Strategies

struct DatasetNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Lets a model write samples, step by step, and examines each step by machine.",
        discussion: """
            A record goes from an idea to programs, checks and attacks; what is found goes back to the model in the same dialogue. \
            What passes everything becomes a draft in FOLDER/Drafts, for two readers: 'secucogen dataset read' and 'accept'. All \
            code, checks included, runs in a sandbox that starts anew for each run. Interrupt whenever you like: the same \
            command goes on where it stopped.

            Examples:
              secucogen dataset new --type CWE-89 --model openai/gpt-4o-mini --into mine
              secucogen dataset new --type CWE-601 --type-file redirects.yaml \\
                --model openai/gpt-4o-mini --count 3 --into mine
              secucogen dataset new --flowchart
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Option(help: "The weakness type, such as CWE-89.", completion: .types) var type: String?
    @Option(help: "A types.yaml that describes a type which the dataset does not have.", completion: .file())
    var typeFile: String?
    @Option(help: "The dataset that grows; it is made when there is none.", completion: .directory) var into: String?
    @Option(help: "Drafts wanted of this type.") var count = 1
    @Option(help: "Records to try, at most (default: three times --count).") var mostRecords: Int?
    @Option(help: "How often one check may send a record back before it is dropped.") var mostCorrections = 3
    @OptionGroup(title: "Model") var modelSelection: OptionalModelSelection
    @Option(help: "Who solves the Problem from its text alone (default: the same model, which sees nothing else).")
    var secondModel: String?
    @Option(help: "Left to the server unless given.") var temperature: Double?
    @Option(help: "Most tokens of one answer.") var maxTokens: Int = 8192
    @Option(help: "Of drawing answers.") var seed: UInt32 = 0
    @OptionGroup(title: "Sandbox") var sandboxOptions: SandboxOptions
    @Flag(help: "Print the states that a record passes, as a Mermaid flowchart, and stop.") var flowchart = false
    @Option(help: "text or json, for the statistics.") var format: OutputFormat = .text

    func validate() throws {
        guard !flowchart else { return }
        for (value, name) in [(type, "--type"), (into, "--into"), (modelSelection.model, "--model")] where value == nil
        {
            throw ValidationError("\(name) is missing")
        }
        for (value, name) in [(count, "--count"), (mostRecords ?? 1, "--most-records")]
        where !(1...10_000).contains(value) {
            throw ValidationError("\(name) has to be from 1 to 10000, not \(value)")
        }
        guard (0...100).contains(mostCorrections) else {
            throw ValidationError("--most-corrections has to be from 0 to 100, not \(mostCorrections)")
        }
        guard (1...10_000_000).contains(maxTokens) else {
            throw ValidationError("--max-tokens has to be from 1 to 10000000, not \(maxTokens)")
        }
    }

    func run() async throws {
        let home = try homeOptions.find()
        let chart = try Flowchart(file: home.construction.appending(path: "flowchart.yaml"))
        guard !flowchart, let type, let into, let model = try modelSelection.chosen() else {
            return Terminal.result(String(chart.mermaid.dropLast()))
        }
        let base = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let (set, weaknessType) = try PrivateSet.opened(
            at: URL(filePath: into, directoryHint: .isDirectory), for: type, typeFile: typeFile, known: base.types)
        let sandbox = try sandboxOptions.sandbox(home, startsAnew: true)
        let workshop = try await Workshop(
            home: home, chart: chart, set: set, base: base.samples, type: weaknessType, sandbox: sandbox,
            mostCorrections: mostCorrections)
        let options = model.options(
            home: home, dataset: homeOptions.datasetFolder(in: home), form: nil, waits: WaitBoard())
        let parameters = SamplingParameters(temperature: temperature, maxTokens: maxTokens, seed: seed)
        let most = mostRecords ?? 3 * count
        let records = try await Interruption.cancelling {
            try await ModelResolver.with(options, samples: [:]) { resolver in
                let (author, _) = try await resolver.resolve(model.model)
                let second = if let secondModel { try await resolver.resolve(secondModel).0 } else { author }
                for (name, model) in [(model.model, author), (secondModel ?? model.model, second)]
                where model.identity.form != .chat {
                    throw UserError("\(name): is no chat model", remedy: "choose one that answers conversations")
                }
                return try await workshop.records(
                    wanted: count, most: most, author: author, second: second, parameters: parameters)
            }
        }
        await sandbox.shutDown()
        let statistics = ConstructionStatistics(records, flowchart: chart)
        switch format {
        case .json: try JSONOutput.print(statistics)
        case .text: Terminal.result(ConstructionListing(statistics: statistics).text)
        }
        guard statistics.kept >= count else { throw Failure.gate }
    }
}

/// `ModelSelection` for a command that can do without a model.
struct OptionalModelSelection: ParsableArguments {
    @Option(
        help: ArgumentHelp("Who writes: provider/name.", discussion: ModelResolver.usages.joined(separator: ", ")),
        completion: .models)
    var model: String?
    @Option(help: "Address of an OpenAI-compatible server, such as http://localhost:8000/v1 (OPENAI_BASE_URL).")
    var baseURL: String?
    @Option(
        help:
            "A file of mode 0600 with the key; otherwise OPENAI_API_KEY or ANTHROPIC_API_KEY, from the environment or ./.env.",
        completion: .file()
    )
    var keyFile: String?
    @Option(help: "Seconds that one answer may take.") var timeout: Int = ModelSelection.standardTimeout

    /// - Returns: nil when no model is named.
    func chosen() throws -> ModelSelection? {
        guard let model else { return nil }
        var arguments = ["--model", model, "--timeout", String(timeout)]
        if let baseURL { arguments += ["--base-url", baseURL] }
        if let keyFile { arguments += ["--key-file", keyFile] }
        return try ModelSelection.parse(arguments)
    }
}
