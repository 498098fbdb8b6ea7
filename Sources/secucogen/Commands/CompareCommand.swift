import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import Reports
import RunStore

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract:
            "What changed between runs, or tasks of one: by how much, whether by chance, and where.",
        discussion: """
            Examples:
              secucogen compare before.run after.run
              secucogen compare before.run after.run --sample CWE-89_01
              secucogen compare my.run                   its tasks beside each other
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(
        help: "Run files; each is compared with the first. Of one alone, the tasks that yield code are.",
        completion: .runFiles)
    var runs: [String]
    @Option(help: "\(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).") var format: ReportFormat =
        .terminal
    @Option(help: "Of the bootstrap.") var seed: UInt32 = 0
    @Option(
        help: "Put the code for this sample side by side instead, with what decided each verdict.",
        completion: .samples)
    var sample: String?
    @Option(help: "With --sample: the task, one that yields code (default: generate).") var task: PromptTask?
    @Option(help: "With --sample: which attempt, from 1 (default: 1).") var attempt: Int?

    func validate() throws {
        guard sample != nil else {
            if task != nil { throw ValidationError("--task goes with --sample") }
            if attempt != nil { throw ValidationError("--attempt goes with --sample") }
            return
        }
        guard runs.count >= 2 else { throw ValidationError("--sample needs at least two runs") }
        guard attempt ?? 1 >= 1 else { throw ValidationError("--attempt counts from 1") }
        guard task?.yieldsCode ?? true else {
            throw ValidationError("--task: answers to \(task?.rawValue ?? "") hold no code")
        }
    }

    func run() throws {
        let files = try runs.map { try RunFile(reading: URL(filePath: $0)) }
        if let sample { return try showCode(of: sample, in: files) }
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let study = dataset.study(of: try files.map { try $0.results() }, options: StudyOptions(seed: seed))
        let comparisons = runs.count == 1 ? try study.comparisonsOfTasks() : try study.comparisonsWithFirst()
        let tables = study.tables(of: comparisons)
        Terminal.result(format.renderer(width: Terminal.width, palette: Terminal.palette).render(tables, of: study))
    }

    private func showCode(of text: String, in files: [RunFile]) throws {
        guard let sample = SampleID(text) else {
            throw UserError("'\(text)' is no sample ID", remedy: "write CWE-89_01")
        }
        let key = AttemptKey(sample: sample, task: task ?? .generate, index: (attempt ?? 1) - 1)
        let sides = try files.map { file in
            guard let (attempt, score) = try file.attempt(key),
                case .code(let extracted, let verdict, _) = score?.result
            else {
                throw UserError(
                    """
                    \(file.url.path): holds no scored attempt \(key.index + 1) at \(sample) under \(key.task.rawValue)
                    """)
            }
            let cause = verdict.explained(by: attempt).cause.map { " (\($0))" } ?? ""
            return ComparedAnswer(
                heading: "\(try file.label()): \(verdict.kind.rawValue)\(cause)", verdict: verdict.kind,
                code: extracted?.code ?? "(no code)", evidence: evidence(of: attempt, score) ?? "")
        }
        for side in sides.dropFirst() {
            Terminal.result(sideBySide(sides[0], side, width: Terminal.width, palette: Terminal.palette))
        }
    }
}
