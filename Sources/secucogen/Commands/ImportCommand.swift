import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import ModelClients
import RunStore

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes answers that another program obtained; `secucogen score` then judges them.",
        discussion: """
            With --output it makes a run of them. \
            Reads EvalPlus JSONL (task_id with solution or completion) and folders, human-eval JSONL and bigcode's generations.json, \
            gzipped or not. A plan that `secucogen export` left beside the answers is taken over.

            With --into it takes what came of the requests that 'secucogen prompts' wrote, in any order and in parts: \
            results of OpenAI's and Anthropic's batches and of 'vllm run-batch', or lines with 'id' and 'answer' (beside \
            it 'reasoning', 'finish_reason', 'usage', 'model'), 'refusal' or 'error'.

            Examples:
              secucogen import answers.jsonl --samples CWE-89 --label mine --output a.run
              secucogen import generations.json --label theirs --output theirs.run
              secucogen import batch_output.jsonl --into my.run
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "The answers.", completion: .file()) var answers: String
    @Option(help: "The run's file, which must not exist yet.", completion: .file()) var output: String?
    @Option(help: "The run that 'secucogen prompts' made.", completion: .runFiles) var into: String?
    @Option(help: "Who answered: the name in tables. Goes with --output.") var label: String?
    @Option(help: "What the answers were asked for, where the file does not say.") var task: PromptTask = .generate
    @Option(
        help: ArgumentHelp(
            "The samples that were asked: those without an answer count as not secure (default: the whole dataset).",
            discussion:
                "IDs and types with commas between, a file with one a line, or 'answered'. bigcode's lists have to be in their order."
        ))
    var samples: String?
    @Option(
        help:
            "\(InterchangeFormat.allCases.map(\.rawValue).joined(separator: ", ")) (default: by what the file looks like)."
    )
    var format: InterchangeFormat?

    func validate() throws {
        guard (output == nil) != (into == nil) else { throw ValidationError("give either --output or --into") }
        guard into != nil || label != nil else { throw ValidationError("--output needs --label: who answered") }
        if into != nil, label != nil || samples != nil || format != nil {
            throw ValidationError("--label, --samples and --format go with --output: the run has its own")
        }
    }

    func run() async throws {
        let home = try homeOptions.find()
        let folder = homeOptions.datasetFolder(in: home)
        let dataset = try DatasetLoader(folder: folder).load()
        let prompts = try PromptLibrary(folder: home.prompts(for: folder), dataset: dataset)
        if let into { return try await BatchCollection(dataset: dataset, prompts: prompts, run: into).take(answers) }
        guard let output, let label else { preconditionFailure("validated") }
        guard !FileManager.default.fileExists(atPath: output) else {
            throw UserError("\(output): exists already", remedy: "give another --output")
        }
        let notes = samples == nil ? try ExportNotes(beside: answers) : nil
        let asked = try SampleList(samples, notes: notes).chosen(from: dataset.samples)
        let reader = AttemptImport(
            samples: asked.map(\.id), task: notes?.plan.tasks.first ?? task, format: format, notes: notes)
        // Once to find mistakes and to count, before anything is written.
        var found: Set<AttemptKey> = []
        let summary = try await reader.read(answers) { attempts in found.formUnion(attempts.map(\.key)) }
        guard !found.isEmpty else {
            throw UserError(
                "\(answers): holds no answer to any sample that was asked",
                remedy: "check --samples and the IDs in the file")
        }
        let counted =
            samples == SampleList.answered
            ? asked.filter { sample in found.contains { $0.sample == sample.id } } : asked
        let plan = plan(of: found, counted, summary, notes, label: label)
        let file = try RunFile(
            writing: URL(filePath: output), plan: plan, label: label,
            provenance: Provenance(
                toolVersion: Product.version, datasetDigest: Digests.texts(of: dataset.samples),
                checksDigest: Digests.checks(of: dataset.samples), promptsDigest: prompts.digest, sandbox: nil,
                model: ModelIdentity(model: plan.model, form: plan.form), codeBLEU: ""),
            samples: StoredSample.all(of: counted))
        defer { file.close() }
        let recorder = RunFileRecorder(file, scorer: "")
        _ = try await reader.read(answers) { try await recorder.record($0) }
        tell(summary, plan, notes)
        Terminal.note("run: \(output)\nnext: secucogen score \(output)")
    }

    private func plan(
        of found: Set<AttemptKey>, _ samples: [Sample], _ summary: AttemptImport.Summary, _ notes: ExportNotes?,
        label: String
    ) -> Plan {
        var plan =
            notes?.plan
            ?? Plan(
                model: "", tasks: PromptTask.allCases.filter { task in found.contains { $0.task == task } },
                samples: samples.map(\.id).sorted(), attempts: summary.mostAttempts)
        plan.model = "imported/\(label)"
        plan.attempts = max(plan.attempts, summary.mostAttempts)
        plan.form = notes?.plan.form ?? (summary.hasContinuations ? .completion : .chat)
        return plan
    }

    private func tell(_ summary: AttemptImport.Summary, _ plan: Plan, _ notes: ExportNotes?) {
        Terminal.result("\(summary.attempts.counted("answer")) imported")
        if notes != nil { Terminal.result("the plan is taken from \(ExportNotes.path(beside: answers))") }
        for (sample, count) in summary.unknown.sorted(by: { $0.key < $1.key }) {
            Terminal.result("left out: \(count) answers to \(sample), which is not among the samples asked")
        }
        if summary.repeated > 0 { Terminal.result("\(summary.repeated) answers repeat an earlier one word for word") }
        let missing = summary.missing.filter { plan.samples.contains($0) }
        if !missing.isEmpty {
            let names = missing.prefix(5).map(\.description).joined(separator: ", ")
            Terminal.result(
                """
                \(missing.count) of \(plan.samples.count) samples have no answer, and count as not secure: \
                \(names)\(missing.count > 5 ? ", …" : ""); --samples names those that were asked
                """)
        }
        if summary.fewestAttempts < plan.attempts {
            Terminal.result(
                "some samples have \(summary.fewestAttempts) of \(plan.attempts) answers: missing ones count as not secure"
            )
        }
    }
}

extension StoredSample {
    static func all(of samples: [Sample]) -> [SampleID: StoredSample] {
        Dictionary(
            uniqueKeysWithValues: samples.map {
                ($0.id, StoredSample(title: $0.title, textDigest: Digests.texts(of: [$0])))
            })
    }
}
