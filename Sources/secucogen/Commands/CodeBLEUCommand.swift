import ArgumentParser
import CodeSimilarity
import EvaluationCore
import Foundation

struct CodeBLEUCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebleu",
        abstract: "CodeBLEU of Python predictions against references, by itself.",
        discussion: """
            Both files have one item a line: JSON (a string, an array of strings, or an object with a key such as 'reference', \
            'prediction', 'solution' or 'code'), or plain text. '-' is standard input, for one of them.

            Examples:
              secucogen codebleu --references refs.jsonl --predictions mine.jsonl
              secucogen codebleu --references refs.jsonl --predictions - --strict
            """)

    @Option(help: "One or more reference texts a line.", completion: .file()) var references: String
    @Option(help: "One text a line.", completion: .file()) var predictions: String
    @Flag(help: "Follow the paper (arXiv 2009.10297) where the reference implementation differs from it.") var strict =
        false
    @Option(help: "text or json.") var format: OutputFormat = .text

    func validate() throws {
        guard references != "-" || predictions != "-" else {
            throw ValidationError("only one of --references and --predictions can be standard input")
        }
    }

    func run() throws {
        let (referenceData, predictionData) = (try wholeInput(references), try wholeInput(predictions))
        let evaluation = try CodeBLEUEvaluation(
            predictions: try CodeBLEUInput.predictions(
                predictionData, format: CodeBLEUInput.format(of: predictionData), file: predictions),
            references: try CodeBLEUInput.references(
                referenceData, format: CodeBLEUInput.format(of: referenceData), file: references),
            metric: CodeBLEU(mode: strict ? .strict : .reference))
        switch format {
        case .json: try JSONOutput.print(evaluation.inHundredths)
        case .text:
            let mean = evaluation.mean
            Terminal.result(
                """
                CodeBLEU              \(percent(mean.codeBLEU))
                n-gram match          \(percent(mean.ngramMatch))
                weighted n-gram match \(percent(mean.weightedNgramMatch))
                syntax match          \(percent(mean.syntaxMatch))
                data-flow match       \(percent(mean.dataFlowMatch))
                mean of \(evaluation.scores.count), 0 to 100; \(evaluation.identity)
                """)
        }
    }

    private func percent(_ value: Double) -> String {
        let text = (100 * value).fixed(2)
        return String(repeating: " ", count: max(0, 6 - text.count)) + text
    }
}

extension CodeBLEUEvaluation {
    /// From 0 to 100, as CodeBLEU is printed everywhere.
    fileprivate var inHundredths: CodeBLEUEvaluation {
        var evaluation = self
        evaluation.scores = scores.map(\.inHundredths)
        evaluation.mean = mean.inHundredths
        return evaluation
    }
}

extension CodeBLEUScore {
    fileprivate var inHundredths: CodeBLEUScore {
        CodeBLEUScore(
            codeBLEU: 100 * codeBLEU, ngramMatch: 100 * ngramMatch, weightedNgramMatch: 100 * weightedNgramMatch,
            syntaxMatch: 100 * syntaxMatch, dataFlowMatch: 100 * dataFlowMatch)
    }
}
