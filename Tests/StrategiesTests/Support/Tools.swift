import CodeSimilarity
import EvaluationCore
import Foundation
import Oracles
import Strategies
import TestSupport

/// An analyser that finds a word.
struct WordAnalyser: CodeAnalyser {
    var word = "shell=True"

    func findings(in program: String) async throws -> [AnalyserFinding] {
        program.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { $1.contains(word) }.map {
            AnalyserFinding(tool: "test", rule: "W1", line: $0.offset + 1, message: "here is \(word)")
        }
    }
}

/// A tester that runs nothing: a program fails the tests whose names it holds.
struct NamedTester: ProgramTester {
    func run(_ tests: String, on program: String, entryPoints: [String], packages: [String]) async throws -> TestReport
    {
        if program.contains("unloadable") { return TestReport(programError: "it raises") }
        let names = tests.split(separator: "\n").filter { $0.hasPrefix("def ") }.map {
            String($0.dropFirst(4).prefix { $0 != "(" })
        }
        return TestReport(
            outcomes: names.map {
                TestReport.Outcome(
                    name: $0, source: "def \($0)(): …", passed: !program.contains($0),
                    message: program.contains($0) ? "no" : nil)
            })
    }
}

extension StrategyTools {
    static func of(_ tester: any ProgramTester, analyser: any CodeAnalyser = WordAnalyser()) throws -> StrategyTools {
        StrategyTools(
            extractor: PythonCodeExtractor(), tester: tester, analyser: analyser,
            notes: try NoteLibrary(folder: repositoryFolder.appending(path: "Dataset/Notes")))
    }

    /// With the sandbox that evaluations have.
    static func real(_ sandbox: any Sandbox) throws -> StrategyTools {
        let driver = repositoryFolder.appending(path: "Runtime/trial/run_tests.py")
        return try .of(SandboxTester(sandbox: sandbox, driver: String(contentsOf: driver, encoding: .utf8)))
    }
}

let standardStrategies: [String] = builtInStrategies.map(\.name)

extension StrategyQuestion {
    static let double = StrategyQuestion(
        messages: [ChatMessage(role: .user, content: "Write `double(number)`, which returns twice the number.")],
        problem: "Write `double(number)`, which returns twice the number.",
        entryPoints: [EntryPoint(name: "double", signature: "def double(number)")])
}
