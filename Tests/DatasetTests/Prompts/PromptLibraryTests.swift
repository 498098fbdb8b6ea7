import Dataset
import EvaluationCore
import Foundation
import TestSupport
import Testing

@Suite struct PromptLibraryTests {
    static let types = [
        WeaknessType(
            id: WeaknessType.ID("CWE-89")!, row: 1,
            weaknesses: [CommonWeakness(id: "CWE-89", name: "SQL Injection")],
            summary: "Builds an SQL command from input."),
        WeaknessType(
            id: .merged, row: 2, weaknesses: [CommonWeakness(id: "CWE-862", name: "Missing Authorization")],
            summary: "Never shown."),
    ]

    static func sample(_ id: String, function: String) -> Sample {
        Sample(
            id: SampleID(id)!, title: "A \(function) sample", weaknesses: ["CWE-89"],
            problem: "Write `\(function)(a)`. \"Quotes\" & <tags> stay as they are.",
            problemAware: "Write `\(function)(a)`. Mind CWE-89.",
            insecureCode: "def \(function)(a):\n    return a\n",
            insecureCodeExplanation: "It returns what it gets.\nThat is bad.",
            secureCode: "def \(function)(a):\n    return None\n",
            entryPoints: [
                EntryPoint(name: function, signature: "def \(function)(a)"),
                EntryPoint(name: "Box", signature: "class Box"),
            ])
    }

    static func library() throws -> PromptLibrary {
        try PromptLibrary(
            folder: repositoryFolder.appending(path: "Dataset/Prompts"),
            dataset: LoadedDataset(
                types: types, samples: [sample("CWE-89_01", function: "find"), sample("CWE-89_02", function: "sort")]))
    }

    static func plan(_ task: PromptTask, _ form: PromptForm) -> Plan {
        Plan(model: "none/none", tasks: [task], samples: [], form: form)
    }

    @Test(arguments: PromptTask.allCases, [PromptForm.chat, .completion])
    func `every task's prompt is as recorded`(task: PromptTask, form: PromptForm) throws {
        let subject: AttemptKey.Subject = task.yieldsCode ? .task : .insecure
        let key = AttemptKey(sample: SampleID("CWE-89_01")!, task: task, subject: subject)
        let text =
            switch try Self.library().prompt(for: key, in: Self.plan(task, form)) {
            case .chat(let messages): messages.map { "[\($0.role.rawValue)]\n\($0.content)\n" }.joined()
            case .completion(let text, let stop): "\(text)<stops at \(stop)>\n"
            case .infill: "unexpected"
            }
        try expectSnapshot(text, "\(task.rawValue).\(form.rawValue).txt")
    }

    @Test func `detect shows the code that the key names`() throws {
        let library = try Self.library()
        let id = SampleID("CWE-89_01")!
        for (subject, expected) in [(AttemptKey.Subject.insecure, "return a"), (.secure, "return None")] {
            let prompt = try library.prompt(
                for: AttemptKey(sample: id, task: .detect, subject: subject), in: Self.plan(.detect, .chat))
            guard case .chat(let messages) = prompt else { throw PromptFormError() }
            #expect(messages.last?.content.contains(expected) == true)
        }
    }

    @Test func `a system prompt comes first, in chats`() throws {
        var plan = Self.plan(.generate, .chat)
        plan.systemPrompt = "You are terse."
        let key = AttemptKey(sample: SampleID("CWE-89_01")!, task: .generate)
        guard case .chat(let messages) = try Self.library().prompt(for: key, in: plan) else { throw PromptFormError() }
        #expect(messages.map(\.role) == [.system, .user])
        #expect(messages.first?.content == "You are terse.")
    }

    @Test func `the one-shot example is another sample, and depends on nothing but seed and target`() throws {
        let samples = (1...9).map { Self.sample("CWE-89_0\($0)", function: "f\($0)") }
        let library = try PromptLibrary(
            folder: repositoryFolder.appending(path: "Dataset/Prompts"),
            dataset: LoadedDataset(types: Self.types, samples: samples))
        func shots(seed: UInt32) throws -> [String] {
            try samples.map { sample in
                var plan = Self.plan(.generateOneShot, .chat)
                plan.parameters.seed = seed
                let prompt = try library.prompt(for: AttemptKey(sample: sample.id, task: .generateOneShot), in: plan)
                guard case .chat(let messages) = prompt, let text = messages.last?.content else {
                    throw PromptFormError()
                }
                let shot = try #require(text.firstMatch(of: /Example problem:\n\nWrite `(f\d)/))
                #expect(!sample.problem.contains("`\(shot.output.1)("))
                return String(shot.output.1)
            }
        }
        #expect(try shots(seed: 1) == shots(seed: 1))
        #expect(try shots(seed: 1) != shots(seed: 2))
    }

    @Test func `a type with one sample has no one-shot example of its own type`() throws {
        let library = try PromptLibrary(
            folder: repositoryFolder.appending(path: "Dataset/Prompts"),
            dataset: LoadedDataset(types: Self.types, samples: [Self.sample("CWE-89_01", function: "find")]))
        let key = AttemptKey(sample: SampleID("CWE-89_01")!, task: .generateOneShot)
        let error = #expect(throws: UserError.self) {
            try library.prompt(for: key, in: Self.plan(.generateOneShot, .chat))
        }
        #expect(try #require(error).description.contains("--shot-from any"))
    }

    @Test func `completions go on from the first entry point's signature`() throws {
        let key = AttemptKey(sample: SampleID("CWE-89_01")!, task: .generate)
        #expect(try Self.library().codePrefix(for: key, in: Self.plan(.generate, .completion)) == "def find(a):")
        #expect(try Self.library().codePrefix(for: key, in: Self.plan(.generate, .chat)) == nil)
    }
}

struct PromptFormError: Error {}
