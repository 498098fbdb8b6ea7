import ArgumentParser
import Dataset
import EvaluationCore
import Foundation

struct DatasetExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the dataset as Hugging Face 'datasets' loads it: samples, prompts, card and licence.",
        discussion: """
            In Python: load_dataset("FOLDER") has the samples, load_dataset("FOLDER", "prompts") the questions of all tasks. Checks \
            are left out; 'secucogen judge' gives verdicts.

            Examples:
              secucogen dataset export --output secucogen-dataset
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Option(help: "A folder, new or empty.", completion: .directory) var output: String

    func run() throws {
        let home = try homeOptions.find()
        let source = homeOptions.datasetFolder(in: home)
        let dataset = try DatasetLoader(folder: source).load()
        let prompts = try PromptLibrary(folder: home.prompts(for: source), dataset: dataset)
        let card = (try? String(contentsOf: source.appending(path: "README.md"), encoding: .utf8)) ?? ""
        let files = try DatasetExport(dataset, prompts: prompts, card: card, version: Product.version).files()
        let folder = URL(filePath: output, directoryHint: .isDirectory)
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        guard names?.isEmpty ?? !FileManager.default.fileExists(atPath: folder.path) else {
            throw UserError("\(output): is there already, and not empty", remedy: "give another --output")
        }
        do {
            for file in files {
                let url = folder.appending(path: file.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: url)
            }
            try Data(contentsOf: home.folder.appending(path: "LICENSE")).write(to: folder.appending(path: "LICENSE"))
        } catch {
            throw UserError(
                "\(output): cannot be written (\(error.localizedDescription))",
                remedy: "give an --output in a folder that you may write")
        }
        Terminal.note("\(dataset.samples.count) samples and their prompts written to \(output)")
    }
}
