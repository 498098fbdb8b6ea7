import ArgumentParser
import Dataset
import EvaluationCore
import EvaluationEngine
import Foundation
import Oracles
import RunStore
import Sandboxing

struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Scores the answers that a run holds, without asking the model again.",
        discussion: """
            Answers that have a score of the same versions keep it; after a change of checks or packages they get a new one.

            Examples:
              secucogen score my.run
              secucogen score my.run --fail-under sec@1=0.5
              secucogen score my.run --verdicts verdicts.jsonl    found on another machine
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "The run's file.", completion: .runFiles) var file: String
    @Option(
        help: "Take over verdicts that 'secucogen judge --with-checks' wrote, on other machines say. Repeatable.",
        completion: .file())
    var verdicts: [String] = []
    @OptionGroup(title: "Gates") var gates: GateOptions
    @OptionGroup(title: "Sandbox") var sandboxOptions: SandboxOptions

    func run() async throws {
        let workbench = try Workbench(homeOptions, sandboxOptions, describing: true)
        let run = try RunFile(scoring: URL(filePath: file))
        defer { run.close() }
        let plan = try run.plan()
        try gates.checkPossible(in: plan)
        let samples = workbench.dataset.samples.filter { plan.samples.contains($0.id) }
        try SampleVersions.check(run, against: samples)
        let provenance = try await workbench.provenance(model: try run.provenance().model)
        let judged = try JudgedVerdicts(paths: verdicts, scorer: provenance.scorer)
        let oracle = RecordedOracle(judged.verdicts, otherwise: workbench.oracle)
        try run.set(provenance: provenance)
        let recorder = RunFileRecorder(run, scorer: provenance.scorer)
        let scoring = ScoringRun(
            recorder: recorder, scorer: try workbench.scorer(for: plan, oracle: oracle),
            workers: sandboxOptions.concurrency,
            attempts: try await recorder.finishedAttempts().count,
            unscored: try await recorder.unscoredCount())
        async let shown: Void = Progress.show(scoring)
        let outcome = try await scoring.run()
        await shown
        await workbench.sandbox.shutDown()
        Terminal.note("\(outcome.progress.scored) answers scored; look further: secucogen report \(file)")
        if !verdicts.isEmpty {
            let skipped = judged.skipped == 0 ? "" : "; \(judged.skipped) of their lines hold no verdict"
            Terminal.note(
                "\(oracle.taken) of them took their verdicts from \(verdicts.joined(separator: ", "))\(skipped)")
        }
        try outcome.checkComplete()
        try gates.check(workbench.dataset.study(of: [try run.results()]))
    }
}
