import ArgumentParser
import Dataset
import EvaluationCore
import EvaluationEngine
import Foundation
import ModelClients
import RunStore

struct PromptsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompts",
        abstract:
            "Writes what a run would ask, for a model that is reached in another way: batch APIs, offline engines.",
        discussion: """
            Makes the run, and a file of requests; 'secucogen import ANSWERS --into RUN' takes the answers, in any order \
            and in parts. Repeated later, it writes what is not answered yet. A run may also go on with 'secucogen run' \
            and the same options.

            Formats: openai-batch (also for 'vllm run-batch'), anthropic-batch, and jsonl, an object a line with 'id' and \
            'messages' or 'prompt', which is answered by one with 'id' and 'answer'.

            Examples:
              secucogen prompts --model openai/gpt-4o-mini --attempts 5 --output my.run
              secucogen prompts --model openai-compatible/Qwen/Qwen2.5-Coder-7B \\
                --task all --output qwen.run --requests qwen.jsonl
              secucogen import results.jsonl --into my.run
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Option(help: ArgumentHelp("Who will answer: provider/name, as for 'run'."), completion: .models) var model: String
    @OptionGroup(title: "Questions") var questions: PlanOptions
    @OptionGroup(title: "Samples") var selection: SampleSelection
    @OptionGroup(title: "Sampling") var sampling: SamplingOptions

    @Option(help: "The run's file, new or one to go on with.", completion: .runFiles) var output: String
    @Option(
        help: "The file of requests (default: the run's name with .requests.jsonl); .gz is packed.", completion: .file()
    )
    var requests: String?
    @Option(
        help:
            "\(BatchFormat.allCases.map(\.rawValue).joined(separator: ", ")) (default: by the provider: Anthropic's or OpenAI's)."
    )
    var format: BatchFormat?
    @Option(help: "The model's name in tables (default: --model).") var label: String?
    @Option(help: "How a model is asked to fill a gap: \(InfillTemplate.builtIn.map(\.name).joined(separator: ", ")).")
    var infillTemplate: String?
    @Flag(name: .customLong("no-seed"), help: "Leave the seed out of requests, for servers that reject it.")
    var omitsSeed = false

    func run() async throws {
        let home = try homeOptions.find()
        let folder = homeOptions.datasetFolder(in: home)
        let dataset = try DatasetLoader(folder: folder).load()
        let prompts = try PromptLibrary(folder: home.prompts(for: folder), dataset: dataset)
        let samples = try selection.select(from: dataset.samples, types: dataset.types)
        let options = ModelOptions(form: sampling.form, environment: [:])
        let outline = try await ModelResolver.with(options, samples: [:]) { try $0.outline(model) }
        let form = sampling.form ?? outline.form
        let plan = try questions.plan(model: model, samples: samples, sampling, form: form)
        let format = format ?? BatchFormat(suiting: model)
        let writer = try BatchWriter(
            format: format, model: model, form: form, infillTemplate: infillTemplate, sendsSeed: !omitsSeed)
        let file = try runFile(plan, dataset, prompts, samples, format)
        defer { file.close() }
        // What was asked for in earlier commands is still part of the run.
        let whole = try file.plan()
        let finished = try await RunFileRecorder(file, scorer: "").finishedAttempts()
        let missing = whole.attemptKeys().filter { !finished.contains($0) }
        guard !missing.isEmpty else { return Terminal.note("nothing is left to ask; next: secucogen score \(output)") }
        var source = PromptSource(plan: whole, renderer: prompts)
        var keys = missing.makeIterator()
        let count = try writer.write(to: requestsPath) { try keys.next().map { try source.request(for: $0).0 } }
        Terminal.note(
            "\(count) requests\(finished.isEmpty ? "" : ", without \(finished.count) that are answered"): \(requestsPath)"
        )
        if let most = format.most, count > most {
            Terminal.note("secucogen: warning: a batch takes \(most) requests at most; split the file")
        }
        Terminal.note("run: \(output)\nnext: secucogen import ANSWERS --into \(output)")
    }

    private var requestsPath: String {
        requests ?? (output.hasSuffix(".run") ? String(output.dropLast(4)) : output) + ".requests.jsonl"
    }

    /// A run that is there keeps what its scores were made with.
    private func runFile(
        _ plan: Plan, _ dataset: LoadedDataset, _ prompts: PromptLibrary, _ samples: [Sample], _ format: BatchFormat
    ) throws -> RunFile {
        let url = URL(filePath: output)
        var provenance = Provenance(
            toolVersion: Product.version, datasetDigest: Digests.texts(of: dataset.samples),
            checksDigest: Digests.checks(of: dataset.samples), promptsDigest: prompts.digest, sandbox: nil,
            model: ModelIdentity(model: model, form: plan.form, details: ["asked-by": format.rawValue]), codeBLEU: "")
        provenance.model.details[BatchCollection.infillTemplate] = infillTemplate
        if FileManager.default.fileExists(atPath: output) {
            let stored = try RunFile(reading: url)
            provenance = try stored.provenance()
            stored.close()
            try BatchCollection.checkPrompts(of: provenance, prompts, output)
        }
        return try RunFile(
            writing: url, plan: plan, label: label ?? model, provenance: provenance,
            samples: StoredSample.all(of: samples))
    }
}
