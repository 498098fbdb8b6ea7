import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import Reports

struct DatasetAccuracyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accuracy",
        abstract:
            "How right the checks were on programs that nobody had seen: recall and false alarms, by round and type.",
        discussion: """
            From the log Dataset/Accuracy/rounds.jsonl; Dataset/Accuracy/README.md says how a round is made.

            Examples:
              secucogen dataset accuracy
              secucogen dataset accuracy --format markdown
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Option(help: "\(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).") var format: ReportFormat =
        .terminal

    func run() throws {
        let folder = homeOptions.datasetFolder(in: try homeOptions.find())
        let dataset = try DatasetLoader(folder: folder).load()
        let study = dataset.study(of: [])
        let renderer = format.renderer(width: Terminal.width, palette: Terminal.palette)
        Terminal.result(renderer.render(study.accuracyTables(try log(folder)), of: study))
    }

    private func log(_ folder: URL) throws -> [JudgedProgram] {
        let file = folder.appending(path: "Accuracy/rounds.jsonl")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw UserError("\(file.path): cannot be read", remedy: "this dataset has no log of rounds")
        }
        return try text.split(separator: "\n").enumerated().map { number, line in
            do {
                return try JSONDecoder().decode(JudgedProgram.self, from: Data(line.utf8))
            } catch {
                throw UserError("\(file.path):\(number + 1): is no record of a judged program")
            }
        }
    }
}
