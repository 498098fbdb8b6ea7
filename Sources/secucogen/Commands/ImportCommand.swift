import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import ModelClients
import RunStore

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Makes a run of answers that another program obtained; `secucogen score` then judges them.",
        discussion: """
            Reads EvalPlus JSONL (task_id with solution or completion) and folders, human-eval JSONL and bigcode's generations.json, \
            gzipped or not.
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "The answers.") var answers: String
    @Option(help: "The run's file, which must not exist yet.") var output: String
    @Option(help: "Who answered: the name in tables.") var label: String
    @Option(help: "What the answers were asked for, where the file does not say.") var task: PromptTask = .generate

    func run() async throws {
        let home = try homeOptions.find()
        let folder = homeOptions.datasetFolder(in: home)
        let dataset = try DatasetLoader(folder: folder).load()
        let prompts = try PromptLibrary(folder: folder.appending(path: "Prompts"), dataset: dataset)
        guard !FileManager.default.fileExists(atPath: output) else {
            throw UserError("\(output): exists already", remedy: "give another --output")
        }
        let reader = AttemptImport(samples: dataset.samples.map(\.id), task: task)
        // Once to find mistakes and to count, before anything is written.
        var found: Set<AttemptKey> = []
        let summary = try await reader.read(answers) { attempts in found.formUnion(attempts.map(\.key)) }
        guard !found.isEmpty else { throw UserError("\(answers): holds no answer to any sample of the dataset") }

        let samples = dataset.samples.filter { sample in found.contains { $0.sample == sample.id } }
        let plan = Plan(
            model: "imported/\(label)",
            tasks: PromptTask.allCases.filter { task in found.contains { $0.task == task } },
            samples: samples.map(\.id), attempts: summary.mostAttempts,
            form: summary.hasContinuations ? .completion : .chat)
        let file = try RunFile(
            writing: URL(filePath: output), plan: plan, label: label,
            provenance: Provenance(
                toolVersion: Product.version, datasetDigest: Digests.texts(of: dataset.samples),
                checksDigest: Digests.checks(of: dataset.samples), promptsDigest: prompts.digest, sandbox: nil,
                model: ModelIdentity(model: plan.model, form: plan.form), codeBLEU: ""),
            samples: StoredSample.all(of: samples))
        let recorder = RunFileRecorder(file, scorer: "")
        _ = try await reader.read(answers) { try await recorder.record($0) }
        tell(summary)
        Terminal.note("run: \(output)\nnext: secucogen score \(output)")
    }

    private func tell(_ summary: AttemptImport.Summary) {
        Terminal.result("\(summary.attempts) answers imported")
        for (sample, count) in summary.unknown.sorted(by: { $0.key < $1.key }) {
            Terminal.result("left out: \(count) answers to \(sample), which the dataset does not have")
        }
        if summary.repeated > 0 { Terminal.result("\(summary.repeated) answers repeat an earlier one word for word") }
        if !summary.missing.isEmpty {
            Terminal.result(
                "\(summary.missing.count) samples have no answer: \(summary.missing.prefix(5).map(\.description).joined(separator: ", "))…"
            )
        }
        if summary.fewestAttempts < summary.mostAttempts {
            Terminal.result(
                "some samples have \(summary.fewestAttempts) answers, others \(summary.mostAttempts): missing ones count as not secure"
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
