import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import Oracles
import Sandboxing

struct DatasetVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Proves every sample by running its solutions, variants, mutants and stubs.",
        discussion: """
            A sample is green when every right solution is found secure, every wrong one is found insecure by an attack that worked,
            every stub is found incorrect, each check is needed to find at least one of them out, and no other Problem resembles it. \
            Exit code 1 where something is not.

            Examples:
              secucogen dataset verify --type CWE-89
              secucogen dataset verify --sample CWE-89_01 --repeat 5 --timings
            """)

    @OptionGroup var homeOptions: HomeOptions
    @OptionGroup var selection: SampleSelection
    @OptionGroup(title: "Sandbox") var sandboxOptions: SandboxOptions
    @Option(name: .customLong("repeat"), help: "Rounds; from the second on checks are shuffled and hash seeds differ.")
    var repeats: Int = 1
    @Option(help: "Of the shuffling.") var seed: UInt32 = 0
    @Flag(help: "List the nearest neighbour of every Problem.") var neighbours = false
    @Flag(help: "List the slowest samples and programs, and how busy the processors were.") var timings = false
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let workbench = try Workbench(homeOptions, sandboxOptions)
        let samples = try selection.select(from: workbench.dataset.samples, types: workbench.dataset.types)
        var options = DatasetVerifier.Options()
        options.repeats = repeats
        options.seed = seed
        options.concurrency = 2 * sandboxOptions.concurrency
        let sandbox = workbench.sandbox
        let meter = VerificationTimings()
        let verifier = DatasetVerifier(
            sandbox: sandbox,
            oracle: { SandboxOracle(sandbox: sandbox, $0) },
            tools: DatasetTools(python: workbench.home.python, runtime: workbench.home.runtime), options: options)
        let report = try await verifier.verify(samples, in: workbench.dataset.samples) { finished in
            guard Terminal.errorsAreShown else { return }
            Terminal.progress("\r\(finished) of \(samples.count) samples\u{1B}[K")
        }
        await sandbox.shutDown()
        if Terminal.errorsAreShown { Terminal.progress("\r\u{1B}[K") }
        switch format {
        case .json: try JSONOutput.print(report)
        case .text: print(report, meter)
        }
        if !report.findings.isEmpty { throw Failure.gate }
    }

    private func print(_ report: VerificationReport, _ meter: VerificationTimings) {
        for finding in report.findings { Terminal.result(Terminal.harmless("\(finding)")) }
        let listed =
            neighbours ? report.neighbours : report.neighbours.max { $0.similarity < $1.similarity }.map { [$0] } ?? []
        for neighbour in listed {
            let amount = neighbour.similarity.fixed(2)
            Terminal.result("\(neighbour.sample) is nearest to \(neighbour.nearest): \(amount)")
        }
        if timings { meter.print(report) }
        let seconds = report.duration.fixed(1)
        Terminal.result(
            """
            \(report.samples.counted("sample")), \(report.judged.counted("solution")) judged, \(report.checks) checks run in \(seconds) s \
            (sandbox level \(report.sandbox.level)): \(report.findings.isEmpty ? "all right" : report.findings.count.counted("finding"))
            """)
    }
}
