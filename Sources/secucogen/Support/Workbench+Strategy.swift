import CodeSimilarity
import Dataset
import EvaluationCore
import EvaluationEngine
import Foundation
import Oracles
import Strategies

extension Home {
    /// - Throws: `UserError` when a part is not installed.
    func strategyTools(for kind: StrategyKind, _ sandbox: any Sandbox) throws -> StrategyTools {
        let driver = runtime.appending(path: "trial/run_tests.py")
        guard let text = try? String(contentsOf: driver, encoding: .utf8) else {
            throw UserError("\(driver.path): cannot be read", remedy: "check secucogen's own folder (--home)")
        }
        return StrategyTools(
            extractor: PythonCodeExtractor(), tester: SandboxTester(sandbox: sandbox, driver: text),
            analyser: kind.needsAnalysers
                ? try StaticAnalysers(tools: tools, runtime: runtime) : NoAnalyser(),
            notes: try NoteLibrary(folder: dataset.appending(path: "Notes")))
    }
}

/// Of strategies that ask no analyser.
private struct NoAnalyser: CodeAnalyser {
    func findings(in program: String) async throws -> [AnalyserFinding] { [] }
}

extension Workbench {
    /// - Returns: nil for a plan without a strategy.
    /// - Throws: `UserError` when this version does not know it, or when a part is not installed.
    func strategy(of plan: Plan) throws -> StrategyUse? {
        guard let name = plan.strategy else { return nil }
        let choice = try StrategyChoice(name)
        let strategy = choice.strategy(try home.strategyTools(for: choice.kind, sandbox))
        let samples = Dictionary(uniqueKeysWithValues: dataset.samples.map { ($0.id, $0) })
        let types = Dictionary(uniqueKeysWithValues: dataset.types.map { ($0.id, $0) })
        return StrategyUse(strategy) { request in
            guard let sample = samples[request.key.sample], case .chat(let messages) = request.prompt else {
                throw UserError("\(request.key.sample): cannot be asked with the strategy \(name)")
            }
            return StrategyQuestion(
                messages: messages, problem: sample.text(for: request.key.task), entryPoints: sample.entryPoints,
                packages: sample.packages, warnings: strategy.knowsType ? sample.warnings(types) : [])
        }
    }
}

extension Sample {
    /// The task's text as the model sees it under this task.
    fileprivate func text(for task: PromptTask) -> String { task == .generateAware ? problemAware : problem }

    fileprivate func warnings(_ types: [WeaknessType.ID: WeaknessType]) -> [String] {
        guard let type = types[type] else { return [] }
        let names = type.weaknesses.filter { weaknesses.contains($0.id) }.map { "\($0.id), \($0.name)" }
        return names.map { "\($0). \(type.summary)" }
    }
}
