public import ArgumentParser
import EvaluationCore
import Foundation
public import ModelClients
import RunStore

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes a run's answers for other programs.",
        discussion:
            "Formats: \(InterchangeFormat.allCases.map(\.rawValue).joined(separator: ", ")); a name that ends in .gz is gzipped."
    )

    @Argument(help: "The run's file.") var file: String
    @Option(help: "File or folder to write.") var output: String
    @Option(help: "The answers of this task.") var task: PromptTask = .generate
    @Option(help: "\(InterchangeFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: InterchangeFormat = .evalPlus

    func run() throws {
        let run = try RunFile(reading: URL(filePath: file))
        let plan = try run.plan()
        var attempts: [ImportedAttempt] = []
        try run.forEachAttempt { attempt, score in
            guard attempt.key.task == task, let answer = attempt.answer else { return }
            var code: String?
            if case .code(let extracted, _, _) = score?.result { code = extracted?.code }
            // Other programs want code; an answer that was not scored yet goes out as it came.
            attempts.append(
                ImportedAttempt(
                    sample: attempt.key.sample, task: task, subject: attempt.key.subject, index: attempt.key.index,
                    text: code ?? answer.text))
        }
        guard !attempts.isEmpty else { throw UserError("\(file): holds no answer under \(task.rawValue)") }
        try AttemptExport(format: format, samples: plan.samples).write(attempts, to: output)
        Terminal.note("\(attempts.count) answers written to \(output)")
    }
}

extension InterchangeFormat: ExpressibleByArgument {}
