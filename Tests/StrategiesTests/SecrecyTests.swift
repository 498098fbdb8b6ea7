import Dataset
import EvaluationCore
import Foundation
import Strategies
import TestSupport
import Testing

/// No strategy shows a model anything of checks or solutions, or of what a sample is about.
@Suite struct SecrecyTests {
    @Test(arguments: standardStrategies)
    func `a model is shown nothing of checks, solutions, variants and types`(name: String) async throws {
        let folder = repositoryFolder.appending(path: "Dataset")
        let dataset = try DatasetLoader(folder: folder).load()
        let prompts = try PromptLibrary(folder: folder.appending(path: "Prompts"), dataset: dataset)
        let tools = try StrategyTools.of(NamedTester())
        let strategy = try StrategyChoice(name).strategy(tools)
        let notes = tools.notes.notes.map(\.text).joined()
        for sample in dataset.samples {
            let plan = Plan(model: "test/model", tasks: [.generate], samples: [sample.id])
            let prompt = try prompts.prompt(for: AttemptKey(sample: sample.id, task: .generate), in: plan)
            guard case .chat(let messages) = prompt else { continue }
            let name = sample.entryPoints[0].name
            let dialogue = ScriptedDialogue([
                "draft": ["def \(name)():\n    'shell=True test_a'\n".inFence],
                "tests": ["def test_a():\n    assert False\n".inFence],
                "rewriting": ["def \(name)():\n    'shell=True'\n".inFence],
            ])
            _ = try await strategy.answer(
                StrategyQuestion(
                    messages: messages, problem: sample.problem, entryPoints: sample.entryPoints,
                    packages: sample.packages, warnings: strategy.knowsType ? ["\(sample.id.type)"] : []),
                in: dialogue)
            let shown = dialogue.shown.flatMap(\.self).map(\.content).joined(separator: "\n")
            let known = lines(of: messages.map(\.content) + [notes])
            let leaked = secrets(of: sample).subtracting(known).intersection(lines(of: [shown]))
            #expect(leaked.isEmpty, "\(sample.id): \(leaked)")
            #expect(!shown.contains(sample.id.description))
            if !strategy.knowsType { #expect(!shown.contains(sample.id.type.description), "\(sample.id)") }
        }
    }

    /// Lines that are long enough to be nobody else's.
    private func secrets(of sample: Sample) -> Set<Substring> {
        lines(
            of: sample.checks.map(\.source) + sample.variants.map(\.source)
                + [sample.secureCode, sample.insecureCode, sample.insecureCodeExplanation, sample.problemAware]
                + (sample.examples + sample.awareExamples).compactMap(\.setup)
        ).filter { $0.utf8.count >= 28 }
    }

    private func lines(of texts: [String]) -> Set<Substring> {
        Set(texts.flatMap { $0.split(separator: "\n") }.map { $0.drop { $0 == " " } })
    }
}
