import ArgumentParser
import Dataset
import EvaluationCore
import Oracles
import Sandboxing

struct DatasetDraftsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drafts",
        abstract: "Lists the drafts of a dataset, and what is missing before they become samples.",
        discussion: """
            Examples:
              secucogen dataset drafts --dataset mine
              secucogen dataset drafts --dataset mine --verify
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Option(help: "How many readers have to agree.") var readers = 2
    @Flag(help: "Lint and verify each draft, too: for one that was changed by hand.") var verify = false
    @OptionGroup(title: "Sandbox") var sandboxOptions: SandboxOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    private struct Row: Encodable {
        var name: String
        var title: String
        /// Of the files as they are: what a reading is signed for.
        var digest: String
        var readers: [String]
        /// Empty for a draft that can be accepted.
        var missing: [String]
    }

    func run() async throws {
        let home = try homeOptions.find()
        let folder = homeOptions.datasetFolder(in: home)
        let set = try PrivateSet(folder: folder)
        let sandbox = try sandboxOptions.sandbox(home, startsAnew: true)
        let tools = DatasetTools(python: home.python, runtime: home.runtime)
        var rows: [Row] = []
        for (draft, sample) in try set.draftSamples(besides: set.dataset.samples) {
            var missing = try draft.obstacles(readers: readers)
            if verify {
                missing += try await DatasetLint(tools: tools).findings(in: [sample]).map { "\($0)" }
                let verifier = DatasetVerifier(
                    sandbox: sandbox, oracle: { SandboxOracle(sandbox: sandbox, $0) }, tools: tools)
                missing += try await verifier.verify([sample], in: set.dataset.samples + [sample]).findings.map {
                    "\($0)"
                }
            }
            rows.append(
                Row(
                    name: draft.name, title: sample.title, digest: try draft.digest(),
                    readers: try draft.readings().map(\.reader), missing: missing))
        }
        await sandbox.shutDown()
        switch format {
        case .json: try JSONOutput.print(rows)
        case .text:
            for row in rows {
                let state = row.missing.isEmpty ? "can be accepted" : row.missing.joined(separator: "; ")
                Terminal.result(Terminal.harmless("\(row.name): \(row.title): \(state)"))
            }
            Terminal.note(rows.count.counted("draft"))
        }
    }
}
