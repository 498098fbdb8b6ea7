import ArgumentParser
import EvaluationCore
import Foundation

/// How answers are drawn.
struct SamplingOptions: ParsableArguments {
    @Option(
        name: [.long, .customLong("epochs"), .customLong("n-samples")],
        help: "Answers to each prompt; SEC@k and CodeBLEU@k go up to this k.")
    var attempts: Int = 1

    @Option(help: "Left to the server unless given.") var temperature: Double?
    @Option(name: .customLong("top-p"), help: "Left to the server unless given.") var topP: Double?
    @Option(help: "Most tokens of one answer.") var maxTokens: Int = 1024
    @Option(help: "Of drawing answers, examples and halves.") var seed: UInt32 = 0

    @Option(help: "A text that every chat begins with; @FILE reads it from a file.") var systemPrompt: String?

    @Option(name: .customLong("prompt-form"), help: "chat, completion or infill (default: what the model wants).")
    var form: PromptForm?

    var parameters: SamplingParameters {
        SamplingParameters(temperature: temperature, topP: topP, maxTokens: maxTokens, seed: seed)
    }

    func validate() throws {
        guard attempts >= 1 else { throw ValidationError("--attempts has to be at least 1") }
        guard (1...10_000_000).contains(maxTokens) else {
            throw ValidationError("--max-tokens has to be from 1 to 10000000, not \(maxTokens)")
        }
        guard temperature.map({ (0...100).contains($0) }) ?? true else {
            throw ValidationError("--temperature has to be from 0 to 100")
        }
        guard topP.map({ $0 > 0 && $0 <= 1 }) ?? true else {
            throw ValidationError("--top-p has to be above 0 and at most 1")
        }
    }

    func systemPromptText() throws -> String? {
        guard let systemPrompt, systemPrompt.hasPrefix("@") else { return systemPrompt }
        let path = String(systemPrompt.dropFirst())
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw UserError("--system-prompt: '\(path)' cannot be read as UTF-8 text")
        }
        return text
    }
}
