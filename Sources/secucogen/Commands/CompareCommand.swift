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
            "What changed between runs, or tasks of one: by how much, whether by chance, and where.")

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "Run files; each is compared with the first. Of one alone, the tasks that yield code are.")
    var runs: [String]
    @Option(help: "\(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).") var format: ReportFormat =
        .terminal
    @Option(help: "Of the bootstrap.") var seed: UInt32 = 0
    @Option(help: "Put the first attempts at this sample side by side instead.") var sample: String?
    @Option(help: "The task of --sample.") var task: PromptTask = .generate

    func validate() throws {
        guard sample == nil || runs.count >= 2 else { throw ValidationError("--sample needs at least two runs") }
    }

    func run() throws {
        let files = try runs.map { try RunFile(reading: URL(filePath: $0)) }
        if let sample { return try showCode(of: sample, in: files) }
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let study = dataset.study(of: try files.map { try $0.results() }, options: StudyOptions(seed: seed))
        let comparisons = runs.count == 1 ? try study.comparisonsOfTasks() : try study.comparisonsWithFirst()
        let tables = study.tables(of: comparisons)
        Terminal.result(format.renderer(width: Terminal.width, palette: palette).render(tables, of: study))
    }

    private var palette: Palette {
        Palette(isTerminal: Terminal.resultsAreShown, environment: ProcessInfo.processInfo.environment)
    }

    private func showCode(of text: String, in files: [RunFile]) throws {
        guard let sample = SampleID(text) else {
            throw UserError("'\(text)' is no sample ID", remedy: "write CWE-89_01")
        }
        let sides = try files.map { file in
            guard let (_, score) = try file.attempt(AttemptKey(sample: sample, task: task)),
                case .code(let extracted, let verdict, _) = score?.result
            else { throw UserError("\(file.url.path): holds no scored attempt at \(sample) under \(task.rawValue)") }
            return (heading: "\(try file.label()): \(verdict.kind.rawValue)", text: extracted?.code ?? "(no code)")
        }
        for side in sides.dropFirst() { Terminal.result(sideBySide(sides[0], side, width: Terminal.width)) }
    }
}
