import ArgumentParser
import Dataset
import EvaluationCore
import EvaluationEngine
import Foundation
import ModelClients
import Reports
import RunStore
import Sandboxing
import Strategies

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Asks a model, scores its answers, and prints how secure its code is.",
        discussion: """
            Every finished answer is kept at once: interrupt whenever you like, the same command goes on where it \
            stopped and asks nothing twice. Exit codes: 0 done, 1 a gate failed, 2 bad input or environment, 3 incomplete.

            Examples:
              secucogen run --model openai/gpt-4o-mini --task generate --attempts 5
              secucogen run --model openai/gpt-4o-mini --strategy tests
              secucogen run --model control/secure --fail-under sec@1=0.5
              secucogen run --model control/secure --fail-over 'insecure[CWE-89]=0.1'
            """)

    @OptionGroup var homeOptions: HomeOptions
    @OptionGroup(title: "Model") var modelSelection: ModelSelection
    @OptionGroup(title: "Questions") var questions: PlanOptions
    @OptionGroup(title: "Strategy") var strategyOptions: StrategyOptions
    @OptionGroup(title: "Samples") var selection: SampleSelection
    @OptionGroup(title: "Sampling") var sampling: SamplingOptions
    @OptionGroup(title: "Budget") var budget: BudgetOptions
    @OptionGroup(title: "Sandbox") var sandboxOptions: SandboxOptions

    @Option(
        help: "The run's file; more samples, tasks and attempts may be added to it later (default: runs/<model>.run).",
        completion: .runFiles)
    var output: String?

    @Option(help: "The model's name in tables (default: --model).")
    var label: String?

    @OptionGroup(title: "Gates") var gates: GateOptions

    @Flag(help: "Ask refused prompts again, with the limits of this command (--max-tokens may be another).")
    var retryRefused = false

    @Flag(help: "Only ask; `secucogen score` does the rest, here or elsewhere.")
    var noScore = false

    @Flag(help: "Print how many calls and roughly how many tokens it would take, and stop.")
    var dryRun = false

    @Flag(help: "Do not print the table at the end.")
    var quiet = false

    func validate() throws {
        let most = 10_000_000
        guard sampling.attempts <= most / 2000 else {
            throw ValidationError("--attempts has to be from 1 to \(most / 2000), not \(sampling.attempts)")
        }
    }

    func run() async throws {
        for warning in UnusedOptions(self).warnings {
            Terminal.note("secucogen: warning: \(Terminal.harmless(warning))")
        }
        if dryRun { return try await tellDryRun() }
        let workbench = try Workbench(homeOptions, sandboxOptions, describing: true)
        let samples = try selection.select(from: workbench.dataset.samples, types: workbench.dataset.types)
        let waits = WaitBoard()
        let options = modelSelection.options(
            home: workbench.home, dataset: homeOptions.datasetFolder(in: workbench.home), form: sampling.form,
            waits: waits,
            programLog: outputFile.deletingPathExtension().appendingPathExtension("stderr.txt"))
        let byID = Dictionary(uniqueKeysWithValues: workbench.dataset.samples.map { ($0.id, $0) })
        try checkGates(samples)
        let allowed = try budget.budget(for: modelSelection.model)
        let outcome = try await ModelResolver.with(options, samples: byID) { resolver in
            let (model, connections) = try await Patience.telling("waiting for \(modelSelection.model) to be ready") {
                try await resolver.resolve(modelSelection.model)
            }
            let plan = try plan(samples: samples, form: sampling.form ?? model.identity.form)
            try strategyOptions.check(plan, modelSelection)
            return try await evaluate(plan, samples, model, connections, allowed, workbench, waits)
        }
        await workbench.sandbox.shutDown()
        try await conclude(outcome, workbench)
    }

    /// Before anything is asked: of the run as it will be, with what earlier commands asked for.
    private func checkGates(_ samples: [Sample]) throws {
        var whole = try plan(samples: samples, form: .chat)
        if FileManager.default.fileExists(atPath: outputFile.path) {
            let file = try RunFile(reading: outputFile)
            let stored = try file.plan()
            whole.tasks += stored.tasks.filter { !whole.tasks.contains($0) }
            whole.samples += stored.samples
            whole.attempts = max(whole.attempts, stored.attempts)
            file.close()
        }
        try gates.checkPossible(in: whole)
    }

    private func plan(samples: [Sample], form: PromptForm) throws -> Plan {
        var plan = try questions.plan(model: modelSelection.model, samples: samples, sampling, form: form)
        plan.strategy = strategyOptions.planName
        return plan
    }

    private func evaluate(
        _ plan: Plan, _ samples: [Sample], _ model: any LanguageModel, _ connections: Int, _ budget: Budget,
        _ workbench: Workbench, _ waits: WaitBoard
    ) async throws -> EvaluationOutcome {
        let strategy = try workbench.strategy(of: plan)
        let provenance = try await workbench.provenance(model: model.identity)
        let plan = retryRefused ? try withStoredLimit(plan) : plan
        let file = try RunFile(
            writing: outputFile, plan: plan, label: label ?? title, provenance: provenance,
            samples: StoredSample.all(of: samples))
        defer { file.close() }
        // What was asked for in earlier commands is still part of the run.
        let whole = try file.plan()
        let again = retryRefused ? Set(try file.refusals().keys).intersection(whole.attemptKeys()) : []
        let evaluation = Evaluation(
            plan: whole, renderer: workbench.prompts, model: model,
            recorder: RunFileRecorder(file, scorer: provenance.scorer),
            scorer: noScore ? nil : try workbench.scorer(for: whole),
            limits: EngineLimits(
                connections: connections, scorers: sandboxOptions.concurrency,
                budget: budget, answerTimeout: Double(modelSelection.timeout)),
            askAgain: again.isEmpty ? nil : RefusedAgain(keys: again, maxTokens: sampling.maxTokens),
            strategy: strategy,
            waits: waits)
        return try await Interruption.cancelling {
            async let shown: Void = Progress.show(evaluation)
            let outcome = try await evaluation.run()
            await shown
            return outcome
        }
    }

    /// The limit of tokens may be another one for prompts that are asked again; the plan keeps the one that the others were asked
    /// with, and notes the new one.
    private func withStoredLimit(_ plan: Plan) throws -> Plan {
        guard FileManager.default.fileExists(atPath: outputFile.path) else { return plan }
        let stored = try RunFile(reading: outputFile).plan().parameters.maxTokens
        var plan = plan
        if stored != plan.parameters.maxTokens {
            plan.retriedMaxTokens = [plan.parameters.maxTokens]
            plan.parameters.maxTokens = stored
        }
        return plan
    }

    private var outputFile: URL {
        var name = modelSelection.model.replacing("/", with: "_").replacing(":", with: "_")
        if modelSelection.isProgram {
            name = String(name.map { $0.isLetter || $0.isNumber || "._-".contains($0) ? $0 : "_" }.prefix(80))
        }
        if let strategy = strategyOptions.planName { name += ".\(strategy.replacing(":", with: "-"))" }
        return URL(filePath: output ?? "runs/\(name).run")
    }

    /// The name in tables, unless another is given.
    private var title: String {
        strategyOptions.planName.map { "\(modelSelection.title) + \($0)" } ?? modelSelection.title
    }

    /// Needs neither key nor network nor sandbox.
    private func tellDryRun() async throws {
        let home = try homeOptions.find()
        let folder = homeOptions.datasetFolder(in: home)
        let dataset = try DatasetLoader(folder: folder).load()
        let prompts = try PromptLibrary(folder: home.prompts(for: folder), dataset: dataset)
        let samples = try selection.select(from: dataset.samples, types: dataset.types)
        let options = modelSelection.options(home: home, dataset: folder, form: sampling.form, waits: WaitBoard())
        let byID = Dictionary(uniqueKeysWithValues: dataset.samples.map { ($0.id, $0) })
        let outline = try await ModelResolver.with(options, samples: byID) { try $0.outline(modelSelection.model) }
        try checkGates(samples)
        var finished: Set<AttemptKey> = []
        if FileManager.default.fileExists(atPath: outputFile.path) {
            finished = try await RunFileRecorder(try RunFile(reading: outputFile), scorer: "").finishedAttempts()
        }
        let plan = try plan(samples: samples, form: sampling.form ?? outline.form)
        try strategyOptions.check(plan, modelSelection)
        let strategy = try plan.strategy.map { try StrategyChoice($0).outline }
        let price = try budget.budget(for: modelSelection.model).price
        let forecast = Forecast(connections: outline.connections, isLocal: modelSelection.isLocal, price: price)
        let estimates = try plan.tasks.map { task in
            var part = plan
            part.tasks = [task]
            return (
                task: task.rawValue,
                estimate: try PlanEstimate(part, finished: finished, strategy: strategy, renderer: prompts)
            )
        }
        Terminal.result(forecast.text(estimates))
    }

    private func conclude(_ outcome: EvaluationOutcome, _ workbench: Workbench) async throws {
        let file = try RunFile(reading: outputFile)
        let results = try file.results()
        if !quiet, outcome.ending != .interrupted {
            let study = workbench.dataset.study(of: [results])
            Terminal.result(
                ReportFormat.terminal.renderer(width: Terminal.width, palette: Terminal.palette).render(
                    try study.tables(["overview", "labels"]).filter { !$0.rows.isEmpty }, of: study))
        }
        Terminal.note("run: \(outputFile.path)\nlook further: secucogen report \(outputFile.path)")
        let refusals = RefusalSummary(Array(try file.refusals().values), made: results.attempts.count)
        if let line = refusals.line { Failure.report(line) }
        try outcome.checkComplete()
        if refusals.isAll { throw Failure.incomplete }
        try gates.check(workbench.dataset.study(of: [results]))
    }
}
