import ArgumentParser
import CodeSimilarity
import Dashboard
import Dataset
import EvaluationCore
import Foundation
import Sandboxing

struct DatasetReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Pages in a browser for the second reading of drafts: the paper's five questions, signed.",
        discussion: """
            Each draft is shown with all its parts and with what machines found while it was written. What other readers say is \
            shown to who has answered. A draft that is changed afterwards has to be read again. Control-C ends the server.

            Examples:
              secucogen dataset read --dataset mine --reader ada
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Option(help: "Who reads and signs.") var reader: String
    @Option(help: "The port to listen on; 0 for any that is free.") var port = 0
    @Flag(help: "Do not open a browser.") var noOpen = false
    @OptionGroup(title: "Sandbox") var sandboxOptions: SandboxOptions

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port has to be from 0 to 65535") }
        guard isPersonName(reader) else { throw ValidationError(personNameRule("--reader", reader)) }
    }

    func run() async throws {
        let home = try homeOptions.find()
        let folder = homeOptions.datasetFolder(in: home)
        let shelf = FolderShelf(
            set: try PrivateSet(folder: folder),
            flowchart: try Flowchart(file: home.construction.appending(path: "flowchart.yaml")),
            base: try DatasetLoader(folder: home.dataset).load().samples)
        _ = try shelf.drafts()
        let sandbox = try sandboxOptions.sandbox(home)
        let description = try await sandbox.describe()
        await sandbox.shutDown()
        let packages = description.packages.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let pages = DraftPages(
            templates: try home.templates(), assets: try Assets(folder: home.pages), highlighter: PythonHighlighter(),
            runsOn: "Python \(description.pythonVersion), \(packages.joined(separator: ", "))")
        let opens = !noOpen
        try await DraftServer(shelf: shelf, pages: pages, reader: reader).run(port: port) { address in
            Terminal.result(address)
            Terminal.note("Open this address in a browser; Control-C ends.")
            if opens { Browser.open(address) }
        }
    }
}
