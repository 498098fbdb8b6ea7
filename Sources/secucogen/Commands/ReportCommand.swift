import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import Reports
import RunStore

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Tables of one or many runs.",
        discussion: "Tables: \(builtInTables.map { "\($0.id) (\($0.summary))" }.joined(separator: "; ")).")

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "Run files.") var runs: [String]
    @Option(name: .customLong("table"), help: "Only this table. Repeatable.") var tables: [String] = []
    @Option(help: "\(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).") var format: ReportFormat =
        .terminal
    @Option(help: "Samples that SEC and verdicts are counted on: all, or paper (five of a type).")
    var subset: StudyOptions.Subset = .all
    @Option(help: "Of bootstrap and subset.") var seed: UInt32 = 0
    @Flag(help: "Count classify answers outside the listed types as wrong.") var strictLabels = false
    @Flag(help: "Put the paper's own figures beside.") var withPaper = false
    @Option(help: "The samples and attempts behind one figure: table/row/column, such as overview/NAME/generate/sec@1.")
    var explain: String?
    @Option(help: "A file to write to instead of standard output.") var output: String?

    func run() throws {
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let results = try runs.map { try RunFile(reading: URL(filePath: $0)).results() }
        let options = StudyOptions(
            subset: subset, seed: seed, countsForeignTypesAsWrong: strictLabels,
            paper: withPaper ? try PaperFigures.read(home) : nil)
        let study = dataset.study(of: results, options: options)
        let palette =
            output == nil
            ? Palette(isTerminal: Terminal.resultsAreShown, environment: ProcessInfo.processInfo.environment) : .plain
        let text = format.renderer(width: Terminal.width, palette: palette).render(
            try chosenTables(of: study), of: study)
        guard let output else { return Terminal.result(text) }
        do {
            try Data(text.utf8).write(to: URL(filePath: output))
        } catch {
            throw UserError("\(output): cannot be written (\(error.localizedDescription))")
        }
    }

    private func chosenTables(of study: Study) throws -> [Table] {
        if let explain { return [try study.explain(explain).table(study)] }
        return try study.tables(tables.isEmpty ? nil : tables)
    }
}

extension PaperFigures {
    static func read(_ home: Home) throws -> PaperFigures {
        let file = home.dataset.appending(path: "Paper/figures.json")
        guard let data = try? Data(contentsOf: file) else { throw UserError("\(file.path): cannot be read") }
        return try JSONDecoder().decode(PaperFigures.self, from: data)
    }
}
