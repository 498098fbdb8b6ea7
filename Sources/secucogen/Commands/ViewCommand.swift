import ArgumentParser
import CodeSimilarity
import Dashboard
import Dataset
import EvaluationCore
import Foundation
import RunStore

struct ViewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Pages in a browser: every figure with the attempts behind it, every verdict with its evidence.",
        discussion: """
            The pages are served on this machine alone, behind a token in the address; a run that is being made grows on \
            them. Control-C ends it.

            Examples:
              secucogen view my.run
              secucogen view before.run after.run
              secucogen view my.run --bundle pages    files that need no server
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "Run files.", completion: .runFiles) var runs: [String]
    @Option(help: "The port to listen on; 0 for any that is free.") var port: Int = 0
    @Flag(help: "Do not open a browser.") var noOpen = false
    @Option(help: "Write the pages to this folder instead of serving them.", completion: .directory) var bundle: String?

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port has to be from 0 to 65535") }
    }

    func run() async throws {
        let home = try homeOptions.find()
        let folder = homeOptions.datasetFolder(in: home)
        let dataset = try DatasetLoader(folder: folder).load()
        let library = Library(
            samples: dataset.samples, types: dataset.types, checksDigest: Digests.checks(of: dataset.samples),
            renderer: try PromptLibrary(folder: home.prompts(for: folder), dataset: dataset),
            highlighter: PythonHighlighter())
        let sources = try runs.map { StoredRun(file: try RunFile(reading: URL(filePath: $0))) }
        let site = Site(
            runs: sources, library: library, templates: try home.templates())
        let assets = try Assets(folder: home.pages)
        if let bundle {
            let count = try BundleWriter(site: site, assets: assets).write(to: URL(filePath: bundle))
            return Terminal.note("\(count) pages written; open \(bundle)/index.html")
        }
        // The first page is there when the browser asks for it.
        try site.prepare()
        let opens = !noOpen
        try await DashboardServer(site: site, assets: assets).run(port: port) { address in
            Terminal.result(address)
            Terminal.note("Open this address in a browser; Control-C ends.")
            if opens { Browser.open(address) }
        }
    }
}
