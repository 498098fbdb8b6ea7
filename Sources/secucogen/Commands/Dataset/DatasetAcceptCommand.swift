import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import Oracles
import Sandboxing

struct DatasetAcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Makes samples of drafts that two readers agree on and that verify green.",
        discussion: """
            A draft gets its ID, the next one that is free, and moves to Samples/. The record of its construction and the \
            readings stay beside it. Exit code 1 where a draft stays a draft.

            Examples:
              secucogen dataset accept --dataset mine
              secucogen dataset accept --dataset mine CWE-601-record-2
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "Drafts (default: all that two readers agree on).") var names: [String] = []
    @Option(help: "How many readers have to agree.") var readers = 2
    @OptionGroup(title: "Sandbox") var sandboxOptions: SandboxOptions

    func validate() throws {
        guard (1...100).contains(readers) else { throw ValidationError("--readers has to be from 1 to 100") }
    }

    func run() async throws {
        let home = try homeOptions.find()
        let folder = homeOptions.datasetFolder(in: home)
        let set = try PrivateSet(folder: folder)
        for name in names where !set.drafts.contains(where: { $0.name == name }) {
            throw UserError("there is no draft '\(name)'", remedy: "'secucogen dataset drafts' lists those there are")
        }
        let sandbox = try sandboxOptions.sandbox(home, startsAnew: true)
        var samples = set.dataset.samples
        var isEverythingAccepted = true
        for draft in set.drafts where names.isEmpty || names.contains(draft.name) {
            let id = try PrivateSet.free(try draft.type(), among: Set(samples.map(\.id)))
            var missing = try draft.obstacles(readers: readers)
            if missing.isEmpty {
                let sample = try draft.sample(as: id)
                let verifier = DatasetVerifier(
                    sandbox: sandbox, oracle: { SandboxOracle(sandbox: sandbox, $0) },
                    tools: DatasetTools(python: home.python, runtime: home.runtime))
                missing = try await verifier.verify([sample], in: samples + [sample]).findings.map { "\($0)" }
                if missing.isEmpty {
                    try draft.accept(as: id, in: folder)
                    samples.append(sample)
                    Terminal.result("\(Terminal.harmless(draft.name)) is \(id) now")
                    continue
                }
            }
            isEverythingAccepted = false
            for reason in missing { Terminal.result(Terminal.harmless("\(draft.name) stays a draft: \(reason)")) }
        }
        await sandbox.shutDown()
        if !isEverythingAccepted { throw Failure.gate }
    }
}
