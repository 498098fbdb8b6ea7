import ArgumentParser
import CodeSimilarity
import EvaluationCore

struct CodeBLEUCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebleu", abstract: "CodeBLEU of predictions against references, by itself.")

    func run() throws {}
}
