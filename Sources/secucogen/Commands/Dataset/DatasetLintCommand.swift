import ArgumentParser
import Dataset
import EvaluationCore

struct DatasetLintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Rules about texts and code that need no run.",
        discussion: """
            Exit code 1 where a rule is broken.

            Examples:
              secucogen dataset lint
              secucogen dataset lint --sample CWE-89_01 --format json
            """)

    @OptionGroup var homeOptions: HomeOptions
    @OptionGroup var selection: SampleSelection
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let samples = try selection.select(from: dataset.samples, types: dataset.types)
        let findings = try await DatasetLint(tools: DatasetTools(python: home.python, runtime: home.runtime))
            .findings(in: samples)
        switch format {
        case .json: try JSONOutput.print(findings)
        case .text:
            for finding in findings { Terminal.result(Terminal.harmless("\(finding)")) }
            Terminal.note("\(samples.count.counted("sample")), \(findings.count.counted("finding"))")
        }
        if !findings.isEmpty { throw Failure.gate }
    }
}
