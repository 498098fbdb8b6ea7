import ArgumentParser
import Dataset
import EvaluationCore
import Foundation

struct DatasetShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A sample's six attributes, or the prompt that a task makes of it.")

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "Sample ID, such as CWE-89_01.", completion: .samples) var id: String
    @Option(
        help: "Show the prompt of this task instead: \(PromptTask.allCases.map(\.rawValue).joined(separator: ", ")).")
    var task: PromptTask?
    @Option(name: .customLong("prompt-form"), help: "chat or completion.") var form: PromptForm = .chat

    func run() throws {
        let home = try homeOptions.find()
        let folder = homeOptions.datasetFolder(in: home)
        let dataset = try DatasetLoader(folder: folder).load()
        guard let sample = SampleID(id).flatMap(dataset.sample) else {
            throw UserError("unknown sample '\(id)'", remedy: "`secucogen dataset list` shows those there are")
        }
        if let task {
            try showPrompt(task, sample, try PromptLibrary(folder: folder.appending(path: "Prompts"), dataset: dataset))
        } else {
            show(sample)
        }
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

    private func showPrompt(_ task: PromptTask, _ sample: Sample, _ prompts: PromptLibrary) throws {
        let plan = Plan(model: "none/none", tasks: [task], samples: [sample.id], form: form)
        let subject: AttemptKey.Subject = task.yieldsCode ? .task : .insecure
        switch try prompts.prompt(for: AttemptKey(sample: sample.id, task: task, subject: subject), in: plan) {
        case .chat(let messages):
            for message in messages {
                Terminal.result("── \(message.role.rawValue)\n\(Terminal.harmless(message.content))")
            }
        case .completion(let text, _): Terminal.result(Terminal.harmless(text))
        case .infill(let prefix, let suffix, _): Terminal.result(Terminal.harmless("\(prefix)<gap>\(suffix)"))
        }
    }
}
