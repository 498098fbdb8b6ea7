import ArgumentParser
import Dataset
import EvaluationCore
import Foundation

struct DatasetShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A sample's six attributes, or the prompt that a task makes of it.",
        discussion: """
            Examples:
              secucogen dataset show CWE-89_01
              secucogen dataset show CWE-89_01 --task repair
              secucogen dataset show CWE-89_01 CWE-89_02 --task generate --format json
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "Sample IDs, such as CWE-89_01.", completion: .samples) var ids: [String]
    @Option(
        help: "Show the prompt of this task instead: \(PromptTask.allCases.map(\.rawValue).joined(separator: ", ")).")
    var task: PromptTask?
    @Option(name: .customLong("prompt-form"), help: "chat, completion or infill.") var form: PromptForm = .chat
    @Option(help: "text or json (an array with one object a sample).") var format: OutputFormat = .text

    func run() throws {
        let home = try homeOptions.find()
        let folder = homeOptions.datasetFolder(in: home)
        let dataset = try DatasetLoader(folder: folder).load()
        let samples = try ids.map { id in
            guard let sample = SampleID(id).flatMap(dataset.sample) else {
                throw UserError("unknown sample '\(id)'", remedy: "`secucogen dataset list` shows those there are")
            }
            return sample
        }
        if let task {
            let library = try PromptLibrary(folder: home.prompts(for: folder), dataset: dataset)
            let prompts = try samples.map { ($0.id, try prompt(of: task, for: $0, from: library)) }
            switch format {
            case .json:
                try JSONOutput.print(
                    prompts.map { PromptDescription(id: $0, task: task, form: form, prompt: $1) })
            case .text: for (_, prompt) in prompts { show(prompt) }
            }
        } else {
            switch format {
            case .json: try JSONOutput.print(samples.map { SampleDescription($0, withTexts: true) })
            case .text: for sample in samples { show(sample) }
            }
        }
    }

    private func prompt(of task: PromptTask, for sample: Sample, from prompts: PromptLibrary) throws -> Prompt {
        let plan = Plan(model: "none/none", tasks: [task], samples: [sample.id], form: form)
        let subject: AttemptKey.Subject = task.yieldsCode ? .task : .insecure
        return try prompts.prompt(for: AttemptKey(sample: sample.id, task: task, subject: subject), in: plan)
    }

    private func show(_ sample: Sample) {
        let parts = [
            ("ID", "\(sample.id): \(sample.title)"), ("Problem", sample.problem),
            ("Problem (CWE-aware)", sample.problemAware), ("Insecure Code", sample.insecureCode),
            ("Insecure Code Explanation", sample.insecureCodeExplanation), ("Secure Code", sample.secureCode),
            ("Checks", sample.plannedChecks.joined(separator: "\n")),
            ("Variants", sample.variants.map(\.path).joined(separator: "\n")),
        ]
        for (title, text) in parts { Terminal.result("── \(title)\n\(Terminal.harmless(text))\n") }
    }

    private func show(_ prompt: Prompt) {
        switch prompt {
        case .chat(let messages):
            for message in messages {
                Terminal.result("── \(message.role.rawValue)\n\(Terminal.harmless(message.content))")
            }
        case .completion(let text, _): Terminal.result(Terminal.harmless(text))
        case .infill(let prefix, let suffix, _): Terminal.result(Terminal.harmless("\(prefix)<gap>\(suffix)"))
        }
    }
}
