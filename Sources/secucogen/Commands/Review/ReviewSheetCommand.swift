import ArgumentParser
import Dashboard
import Dataset
import EvaluationCore
import Foundation
import RunStore

struct ReviewSheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Writes what a rater is to judge as one HTML file, for a browser without a network.",
        discussion: """
            Send the file to the rater. It shows one program at a time, takes keys, keeps what is said in the browser, and \
            saves it as a file for 'secucogen review collect'.

            Examples:
              secucogen review sheet my.review --rater ada --output ada.html
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "The review's file.", completion: .file()) var file: String
    @Option(help: "Whose items.") var rater: String
    @Option(help: "The HTML file to write.", completion: .file()) var output: String

    func run() throws {
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let review = try ReviewFile(opening: URL(filePath: file))
        try review.checkRater(rater)
        let pages = try home.reviewPages(dataset)
        let items = try review.items(of: rater)
        let page = try pages.sheet(review: try review.id(), rater: rater, items: items)
        do {
            try Data(page.utf8).write(to: URL(filePath: output), options: .atomic)
        } catch {
            throw UserError("\(output): cannot be written", remedy: "give an --output in a folder that you may write")
        }
        Terminal.note("\(items.count) items; the rater opens \(output) and sends back the file that it saves")
    }
}
