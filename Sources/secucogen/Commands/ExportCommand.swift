public import ArgumentParser
import CodeSimilarity
import Dataset
import EvaluationCore
import Foundation
public import ModelClients
import RunStore

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes a run's answers for other programs.",
        discussion: """
            Formats: \(InterchangeFormat.allCases.map(\.rawValue).joined(separator: ", ")); a name that ends in .gz is gzipped. \
            What a format cannot say (the plan, answers that are missing or were refused) is written beside it, to \
            <output>.secucogen.json, where `secucogen import` finds it.

            Examples:
              secucogen export my.run --output answers.jsonl.gz
              secucogen export my.run --format bigcode --output generations.json
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "The run's file.", completion: .runFiles) var file: String
    @Option(help: "File or folder to write.", completion: .file()) var output: String
    @Option(
        name: .customLong("task"),
        help: """
            The answers of this task. Repeatable; 'all' for those of the run. JSONL alone can hold more than one, and has all that are code \
            unless told otherwise; the others have generate.
            """)
    var tasks: [TaskChoice] = []
    @Option(help: "\(InterchangeFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: InterchangeFormat = .evalPlus

    func run() throws {
        let run = try RunFile(reading: URL(filePath: file))
        var plan = try run.plan()
        let asked = plan.tasks
        plan.tasks = try chosenTasks(of: plan)
        let planned = plan.attemptKeys()
        var notes = ExportNotes(label: try run.label(), plan: plan)
        var made: Set<AttemptKey> = []
        var attempts: [ImportedAttempt] = []
        let reading = try Reading(homeOptions, plan)
        try run.forEachAttempt { attempt, score in
            guard plan.tasks.contains(attempt.key.task) else { return }
            made.insert(attempt.key)
            attempts.append(try exported(attempt, score, reading))
            if case .refused(let reason) = attempt.outcome {
                notes.refused.append(.init(key: attempt.key, reason: reason))
            }
        }
        guard !attempts.isEmpty else {
            throw UserError(
                "\(file): holds no answer under \(plan.tasks.map(\.rawValue).joined(separator: ", "))",
                remedy: "it holds answers under \(asked.map(\.rawValue).joined(separator: ", "))")
        }
        notes.missing = planned.filter { !made.contains($0) }
        try AttemptExport(format: format, samples: plan.samples).write(attempts, to: output)
        try notes.write(beside: output)
        tell(attempts.count, notes)
        let left = asked.filter { !plan.tasks.contains($0) }.map(\.rawValue)
        if tasks.isEmpty, !left.isEmpty {
            Terminal.note("left out: \(left.joined(separator: ", ")); --task takes them along")
        }
    }

    /// - Throws: `UserError` when the format cannot say which task an answer belongs to.
    private func chosenTasks(of plan: Plan) throws -> [PromptTask] {
        let wanted = tasks.isEmpty ? usualTasks(of: plan) : TaskChoice.tasks(tasks).filter { plan.tasks.contains($0) }
        guard wanted.count <= 1 || format.namesTasks else {
            throw UserError(
                "\(format.rawValue) cannot say which task an answer belongs to",
                remedy: "export one --task at a time, or as evalplus or human-eval")
        }
        guard wanted.allSatisfy({ $0 != .detect || format.namesTasks }) else {
            throw UserError(
                "\(format.rawValue) cannot say which program a detect answer is about",
                remedy: "export as evalplus or human-eval")
        }
        return wanted
    }

    private func usualTasks(of plan: Plan) -> [PromptTask] {
        guard plan.tasks.count > 1 else { return plan.tasks }
        guard format.namesTasks else { return [.generate] }
        let code = plan.tasks.filter(\.yieldsCode)
        return code.isEmpty ? plan.tasks : code
    }

    /// Reads a text as the import will.
    private struct Reading {
        private let plan: Plan
        private let prompts: PromptLibrary
        private let entryPoints: [SampleID: [String]]

        init(_ options: HomeOptions, _ plan: Plan) throws {
            self.plan = plan
            let home = try options.find()
            let folder = options.datasetFolder(in: home)
            let dataset = try DatasetLoader(folder: folder).load()
            prompts = try PromptLibrary(folder: home.prompts(for: folder), dataset: dataset)
            entryPoints = Dictionary(uniqueKeysWithValues: dataset.samples.map { ($0.id, $0.entryPoints.map(\.name)) })
        }

        func code(in text: String, _ key: AttemptKey) throws -> String? {
            guard let names = entryPoints[key.sample] else { return nil }
            let prefix = try prompts.codePrefix(for: key, in: plan)
            return PythonCodeExtractor().extract(from: text, after: prefix, entryPoints: names)?.code
        }
    }

    /// Other programs want code. An answer without a score, or whose code would be read as something else, goes out as it came.
    private func exported(_ attempt: Attempt, _ score: Score?, _ reading: Reading) throws -> ImportedAttempt {
        let key = attempt.key
        var exported = ImportedAttempt(
            sample: key.sample, task: key.task, subject: key.subject, index: key.index, text: attempt.answer?.text ?? ""
        )
        if case .refused(let reason) = attempt.outcome { exported.refusal = reason }
        if case .code(let extracted?, _, _) = score?.result {
            if try reading.code(in: extracted.code, key) == extracted.code { exported.text = extracted.code }
        }
        return exported
    }

    private func tell(_ count: Int, _ notes: ExportNotes) {
        let notesFile = ExportNotes.path(beside: output)
        Terminal.note("\(count.counted("answer")) written to \(output), and what they belong to to \(notesFile)")
        if !notes.refused.isEmpty {
            Terminal.note(
                "\(notes.refused.count) of them were refused by the model: an empty text stands in their place")
        }
        if !notes.missing.isEmpty {
            Terminal.note(
                "\(notes.missing.count) answers of the plan are missing, and count as missing after an import")
        }
        if format.isPositional {
            Terminal.note(
                "\(format.rawValue) knows samples by position alone: \(notes.plan.samples.count) samples, from \(notes.plan.samples.first!) to \(notes.plan.samples.last!)"
            )
        }
    }
}

extension InterchangeFormat: ExpressibleByArgument {}
