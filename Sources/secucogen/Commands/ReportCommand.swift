import ArgumentParser
import Dashboard
import Dataset
import EvaluationCore
import EvaluationEngine
import Foundation
import Reports
import RunStore

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Tables of one or many runs.",
        discussion: """
            Tables: \(builtInTables.map { "\($0.id) (\($0.summary))" }.joined(separator: "; ")).
            The formats junit and sarif list attempts instead: junit all of them as test cases, for a CI server; sarif the insecure \
            ones as findings, for viewers and code hosts. In csv one table comes after the other, with an empty line between: choose \
            one with --table for a program that reads a single one.

            Examples:
              secucogen report my.run --table table2 --format markdown
              secucogen report my.run --table overview --output overview.csv
              secucogen report my.run --format junit --output results.xml
              secucogen report my.run --review my.review
              secucogen report my.run --fail-under sec@1=0.5
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "Run files.", completion: .runFiles) var runs: [String]
    @Option(name: .customLong("table"), help: "Only this table. Repeatable.", completion: .tables) var tables:
        [String] = []
    @Option(
        name: .customLong("format"),
        help: """
            \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")), junit, sarif. Without it the ending of --output tells \
            (.md, .html, .csv, .json, .tex, .sarif; .xml is junit); otherwise it is terminal.
            """)
    var chosenFormat: Format?
    @Option(help: "Samples that SEC and verdicts are counted on: all, or paper (five of a type).")
    var subset: StudyOptions.Subset = .all
    @Option(help: "Of bootstrap and subset.") var seed: UInt32 = 0
    @Flag(help: "Count classify answers outside the listed types as wrong.") var strictLabels = false
    @Flag(help: "Put the paper's own figures beside.") var withPaper = false
    @Option(
        help: "A JSON file of prices, as for 'run': adds what a secure program costs to the table of strategies.",
        completion: .file(extensions: ["json"]))
    var prices: String?
    @Option(
        name: .customLong("review"),
        help: """
            A review's file: SEC by people beside SEC by the checks, wherever people judged the same program, and how far both agree.
            """, completion: .file())
    var reviewFile: String?
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
    @Option(help: "A file to write to instead of standard output.", completion: .file()) var output: String?
    @OptionGroup(title: "Gates") var gates: GateOptions

    private var format: Format {
        chosenFormat ?? output.flatMap { Format(ending: URL(filePath: $0).pathExtension) } ?? .tables(.terminal)
    }

    func validate() throws {
        guard pages == nil || format == .tables(.html) else { throw ValidationError("--pages needs --format html") }
        guard case .findings(let name) = format else { return }
        guard tables.isEmpty, explain == nil else {
            throw ValidationError("--format \(name.rawValue) lists attempts, and takes neither --table nor --explain")
        }
    }

    func run() throws {
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let files = try runs.map { try RunFile(reading: URL(filePath: $0)) }
        let results = try files.map { try $0.results() }
        for run in results { try gates.checkPossible(in: run.plan) }
        let options = StudyOptions(
            subset: subset, seed: seed, countsForeignTypesAsWrong: strictLabels,
            paper: withPaper ? try PaperFigures.read(home) : nil, prices: try modelPrices(results))
        let people = try reviewFile.map {
            try PeopleVerdicts(review: ReviewFile(opening: URL(filePath: $0)), runs: files)
        }
        let study = dataset.study(of: results, options: options, people: people)
        let text =
            switch format {
            case .tables(let format): renderer(format).render(try chosenTables(of: study, in: files), of: study)
            case .findings(let format): try render(try attempts(of: results, in: files), as: format, dataset.types)
            }
        try write(text)
        try gates.check(study)
    }

    private func write(_ text: String) throws {
        guard let output else { return Terminal.result(text) }
        do {
            try Data(text.utf8).write(to: URL(filePath: output))
        } catch {
            throw UserError("\(output): cannot be written (\(error.localizedDescription))")
        }
    }

    private func modelPrices(_ results: [RunResults]) throws -> [String: ModelPrice] {
        guard let list = try prices.map({ try PriceList(file: $0) }) else { return [:] }
        return results.reduce(into: [:]) { prices, run in
            prices[run.plan.model] = list.price(of: run.plan.model).map {
                ModelPrice(input: $0.input, output: $0.output)
            }
        }
    }

    private func render(
        _ attempts: [JudgedAttempt], as format: Format.Findings, _ types: [WeaknessType]
    ) throws -> String {
        switch format {
        case .junit: JUnitReport().render(attempts)
        case .sarif: try SARIFReport(version: Product.version, types: types).render(attempts)
        }
    }

    /// Every planned attempt, in the order of the plans.
    private func attempts(of results: [RunResults], in files: [RunFile]) throws -> [JudgedAttempt] {
        try zip(results, files).flatMap { run, file in
            try run.plan.attemptKeys().map { key in
                let made = try file.attempt(key)
                return JudgedAttempt(
                    run: run.label, path: run.path, model: run.plan.model, key: key, attempt: made?.attempt,
                    score: made?.score)
            }
        }
    }

    private func renderer(_ format: ReportFormat) -> any TableRenderer {
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
