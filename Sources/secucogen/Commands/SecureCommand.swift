import ArgumentParser
import CodeSimilarity
import EvaluationCore
import Foundation
import ModelClients
import Sandboxing
import Strategies

struct SecureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secure",
        abstract: "Lets a model write a program of your own, or write it again, with a strategy for more security.",
        discussion: """
            Writes the program, the tests that the model wrote for it, and a report: what was asked, what was found, and what is \
            not covered. Code runs in the sandbox alone. Nothing proves the program secure: read it before you use it. \
            Interrupt whenever you like: the same command goes on where it stopped.

            Examples:
              secucogen secure --model openai/gpt-4o-mini --problem task.md \\
                --entry 'def find_invoice(folder, name)'
              secucogen secure --model openai/gpt-4o-mini --problem task.md \\
                --entry 'class Shelf' --code shelf.py --strategy tests
            """)

    @OptionGroup var homeOptions: HomeOptions
    @OptionGroup(title: "Model") var modelSelection: ModelSelection

    @Option(help: "A text that says what the program has to do; '-' is standard input.", completion: .file())
    var problem: String
    @Option(
        help: "What the program has to define, as Python writes it: 'def f(path, limit=3)', 'class Shelf'. Repeatable.")
    var entry: [String]
    @Option(help: "A program that is there already.", completion: .file()) var code: String?
    @Option(
        name: .customLong("package"),
        help: "A package that the program may import, of those that the sandbox has. Repeatable.")
    var packages: [String] = []
    @Option(help: "The strategy: \(Self.strategies.joined(separator: ", ")).", completion: .list(Self.strategies))
    var strategy = "full"
    @Option(help: "A folder for the files, new or empty.", completion: .directory)
    var output = "secured"
    @Option(help: "Left to the server unless given.") var temperature: Double?
    @Option(help: "Most tokens of one answer.") var maxTokens: Int = 4096
    @Option(help: "Of drawing answers.") var seed: UInt32 = 0
    @OptionGroup(title: "Sandbox") var sandboxOptions: SandboxOptions

    /// `aware` is told the weakness, which nobody knows here.
    private static let strategies = builtInStrategies.map(\.name).filter { $0 != "aware" }

    func validate() throws {
        guard !entry.isEmpty else { throw ValidationError("--entry is missing: what the program has to define") }
        guard (1...10_000_000).contains(maxTokens) else {
            throw ValidationError("--max-tokens has to be from 1 to 10000000, not \(maxTokens)")
        }
        guard Self.strategies.contains(String(strategy.prefix { $0 != ":" })) else {
            throw ValidationError("--strategy: there are \(Self.strategies.joined(separator: ", "))")
        }
    }

    func run() async throws {
        let choice = try StrategyChoice(strategy)
        let task = OwnTask(
            problem: try text(problem, "--problem"), entryPoints: try entry.map(entryPoint), packages: packages,
            existing: try code.map { try text($0, "--code") })
        let folder = SecuredFolder(URL(filePath: output, directoryHint: .isDirectory))
        let begun = try folder.begun()
        let home = try homeOptions.find()
        let sandbox = try sandboxOptions.sandbox(home)
        let tools = try home.strategyTools(for: choice.kind, sandbox)
        let options = modelSelection.options(
            home: home, dataset: homeOptions.datasetFolder(in: home), form: nil, waits: WaitBoard())
        let parameters = SamplingParameters(temperature: temperature, maxTokens: maxTokens, seed: seed)
        let secured = try await Interruption.cancelling {
            try await ModelResolver.with(options, samples: [:]) { resolver in
                let (model, _) = try await resolver.resolve(modelSelection.model)
                guard model.identity.form == .chat else {
                    throw UserError(
                        "\(modelSelection.model): is no chat model", remedy: "choose one that answers conversations")
                }
                let dialogue = LiveDialogue(
                    model: model, parameters: parameters, known: begun, keep: folder.keep,
                    tell: { Terminal.note("secucogen: \(Terminal.harmless($0))") })
                let answer = try await choice.strategy(tools).answer(task.question, in: dialogue)
                return SecuredProgram(
                    task: task, model: modelSelection.model, strategy: choice.planName ?? "plain",
                    program: tools.extractor.extract(
                        from: answer.text, after: nil, entryPoints: task.entryPoints.map(\.name))?.code,
                    steps: await dialogue.steps, extractor: tools.extractor)
            }
        }
        await sandbox.shutDown()
        try folder.write(secured)
        Terminal.result(secured.summary(in: output))
        guard secured.program != nil else {
            throw UserError(
                "the model wrote no program", remedy: "read \(output)/report.md, and try another model or strategy")
        }
    }

    private func text(_ path: String, _ option: String) throws -> String {
        guard let text = String(data: try wholeInput(path), encoding: .utf8) else {
            throw UserError("\(option): '\(path)' is no UTF-8 text", remedy: "save it as UTF-8")
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw UserError("\(option): '\(path)' is empty", remedy: "write what the program has to do into it")
        }
        return text
    }

    /// `def f(path)` → `f`; `app` names a variable.
    private func entryPoint(_ text: String) throws -> EntryPoint {
        let signature = text.trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: ":")))
        let words = signature.split(separator: " ").map(String.init)
        let named = words.first { !["def", "class", "async"].contains($0) } ?? ""
        let name = String(named.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        guard let first = name.first, !first.isNumber, !signature.contains(where: \.isNewline) else {
            throw UserError(
                "--entry: '\(text.replacing("\n", with: " "))' names nothing that a program defines",
                remedy: "write it as Python does: 'def f(path, limit=3)', 'class Shelf', 'app'")
        }
        return EntryPoint(name: name, signature: signature)
    }
}
