import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import Reports
import RunStore

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Why one answer got its verdict: prompt, answer, code, checks, attack and effect.",
        discussion: """
            What decided comes first and fits on a screen; the whole story follows.

            Examples:
              secucogen show my.run CWE-89_01
              secucogen show my.run CWE-89_01 --task repair --attempt 2 --format markdown
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case terminal, markdown, json
    }

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "The run's file.", completion: .runFiles) var file: String
    @Argument(help: "Sample ID, such as CWE-89_01.", completion: .samples) var sample: String?
    @Option(help: "The task; without it the first of the run that was asked about this sample.") var task: PromptTask?
    @Option(help: "Which attempt, from 1.") var attempt: Int = 1
    @Option(help: "Which code detect was shown, where it was shown both: insecure or secure.")
    var subject: AttemptKey.Subject?
    @Option(help: "\(Format.allCases.map(\.rawValue).joined(separator: ", ")).") var format: Format = .terminal

    func validate() throws {
        guard attempt >= 1 else { throw ValidationError("--attempt has to be at least 1") }
    }

    func run() throws {
        let home = try homeOptions.find()
        let folder = homeOptions.datasetFolder(in: home)
        let dataset = try DatasetLoader(folder: folder).load()
        let run = try RunFile(reading: URL(filePath: file))
        let results = try run.results()
        guard let sample else {
            throw UserError(
                "\(file): no sample is named", remedy: "name one of \(results.plan.samples.listed)")
        }
        guard let id = SampleID(sample) else { throw SampleSelection.unknown(sample, among: dataset.samples) }
        let key = try chosen(id, results)
        guard let (attempt, score) = try run.attempt(key) else {
            throw UserError(
                "\(file): attempt \(key.index + 1) at \(id) under \(key.task.rawValue) was not made",
                remedy: "the same `secucogen run` goes on with the run")
        }
        let prompts = try PromptLibrary(folder: home.prompts(for: folder), dataset: dataset)
        let evidence = EvidenceReader(samples: dataset.samples, renderer: prompts).evidence(
            for: attempt, score: score, steps: try run.steps(of: key), of: results, name: results.label,
            checksDigest: Digests.checks(of: dataset.samples))
        switch format {
        case .terminal:
            let renderer = TerminalEvidence(width: min(Terminal.width, 120), palette: Terminal.palette)
            Terminal.result(renderer.render(evidence, others: judgements(key, results)))
        case .markdown: Terminal.result(MarkdownEvidence().render(evidence))
        case .json: Terminal.result(try json(evidence))
        }
    }

    /// The attempt that the options name, out of those that the plan asks for.
    private func chosen(_ id: SampleID, _ results: RunResults) throws -> AttemptKey {
        let planned = results.plan.attemptKeys().filter { $0.sample == id }
        guard !planned.isEmpty else {
            throw UserError("\(file): is not about \(id)", remedy: "its samples are \(results.plan.samples.listed)")
        }
        let tasks = results.plan.tasks.filter { task in planned.contains { $0.task == task } }
        let task = task ?? tasks[0]
        let asked = planned.filter { $0.task == task }
        guard !asked.isEmpty else {
            throw UserError(
                "\(file): \(id) was not asked under \(task.rawValue)",
                remedy: "it was under \(tasks.map(\.rawValue).joined(separator: ", "))")
        }
        let shown = asked.filter { subject == nil || $0.subject == subject }
        guard let key = shown.first(where: { $0.index == attempt - 1 && $0.subject == shown[0].subject }) else {
            throw UserError(
                shown.isEmpty
                    ? "\(file): \(task.rawValue) did not show \(subject?.rawValue ?? "") code of \(id)"
                    : "\(file): has \(results.plan.attempts) attempts at a question, and no attempt \(attempt)",
                remedy: shown.isEmpty
                    ? "it showed \(asked[0].subject.rawValue) code" : "give --attempt 1 to \(results.plan.attempts)")
        }
        return key
    }

    private func judgements(_ key: AttemptKey, _ results: RunResults) -> [String] {
        let made = results.attempts.filter {
            $0.key.sample == key.sample && $0.key.task == key.task && $0.key.subject == key.subject
        }
        return (0..<results.plan.attempts).map { index in
            var attempt = key
            attempt.index = index
            return TracedAttempt(key: attempt, result: made.first { $0.key.index == index }).judgement
        }
    }

    private func json(_ evidence: AttemptEvidence) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(evidence), as: UTF8.self)
    }
}

extension [SampleID] {
    /// The first ones, and how many more.
    fileprivate var listed: String {
        prefix(8).map(\.description).joined(separator: ", ") + (count > 8 ? " and \(count - 8) more" : "")
    }
}
