import ArgumentParser
import Dashboard
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
    @Option(
        help: """
            The attempts behind one figure, each with its verdict and what decided it: table/row/column, such as \
            overview/NAME/generate/sec@1.
            """)
    var explain: String?
    @Option(
        help: """
            With html: folder or address of the pages that `view --bundle` wrote of the same runs in the same order. \
            Every figure links to its attempts there.
            """)
    var pages: String?
    @Option(help: "A file to write to instead of standard output.") var output: String?

    func validate() throws {
        guard pages == nil || format == .html else { throw ValidationError("--pages needs --format html") }
    }

    func run() throws {
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let files = try runs.map { try RunFile(reading: URL(filePath: $0)) }
        let results = try files.map { try $0.results() }
        let options = StudyOptions(
            subset: subset, seed: seed, countsForeignTypesAsWrong: strictLabels,
            paper: withPaper ? try PaperFigures.read(home) : nil)
        let study = dataset.study(of: results, options: options)
        let text = renderer.render(try chosenTables(of: study, in: files), of: study)
        guard let output else { return Terminal.result(text) }
        do {
            try Data(text.utf8).write(to: URL(filePath: output))
        } catch {
            throw UserError("\(output): cannot be written (\(error.localizedDescription))")
        }
    }

    private var renderer: any TableRenderer {
        if let pages { return HTMLRenderer(link: AttemptLinks(pages: pages).address) }
        return format.renderer(width: Terminal.width, palette: output == nil ? Terminal.palette : .plain)
    }

    private func chosenTables(of study: Study, in files: [RunFile]) throws -> [Table] {
        if let explain {
            let explanation = try study.explain(explain)
            let table = try explanation.table(study) { key in
                try explanation.cell.trace.flatMap { try files[$0.run].attempt(key) }.flatMap(evidence(of:_:))
            }
            return [table]
        }
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
