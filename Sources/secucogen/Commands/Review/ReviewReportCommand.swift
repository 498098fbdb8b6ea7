import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import Reports
import RunStore

struct ReviewReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "How far raters agree with each other and with the checks, and where they do not.",
        discussion: """
            It shows the checks' verdicts: whoever still judges should not read it.

            Examples:
              secucogen review report my.review
              secucogen review report my.review --format markdown
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "The review's file.", completion: .file()) var file: String
    @Option(help: "\(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).") var format: ReportFormat =
        .terminal
    @Option(help: "Of the bootstrap.") var seed: UInt32 = 0

    func run() throws {
        let review = try ReviewFile(opening: URL(filePath: file))
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let study = dataset.study(of: [], options: StudyOptions(seed: seed))
        let tables = study.agreementTables(try review.reviewedItems())
        Terminal.result(format.renderer(width: Terminal.width, palette: Terminal.palette).render(tables, of: study))
    }
}
