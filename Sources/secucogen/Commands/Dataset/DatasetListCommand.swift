import ArgumentParser
import Dataset
import EvaluationCore

struct DatasetListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "One line a sample.",
        discussion: """
            Examples:
              secucogen dataset list --type CWE-89
              secucogen dataset list --format json   with checks and variants
            """)

    @OptionGroup var homeOptions: HomeOptions
    @OptionGroup var selection: SampleSelection
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let samples = try selection.select(from: dataset.samples, types: dataset.types)
        switch format {
        case .text:
            for sample in samples {
                Terminal.result(
                    "\(sample.id)\t\(sample.entryPoints.map(\.name).joined(separator: ", "))\t\(sample.title)")
            }
        case .json:
            try JSONOutput.print(samples.map { SampleDescription($0) })
        }
    }
}
