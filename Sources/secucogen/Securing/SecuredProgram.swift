import EvaluationCore
import Foundation
import Reports
import Strategies

/// What `secure` came to: a program, its tests and the way there.
struct SecuredProgram {
    let task: OwnTask
    let model: String
    let strategy: String
    /// Nil when the model wrote none.
    let program: String?
    /// The tests that the model wrote; nil when it wrote none.
    let tests: String?
    /// What became of the tests with this program; nil when they were not run.
    let report: TestReport?
    /// What the analysers found in this program; nil when they were not asked.
    let findings: [AnalyserFinding]?
    let steps: [AttemptStep]

    init(
        task: OwnTask, model: String, strategy: String, program: String?, steps: [AttemptStep],
        extractor: any CodeExtractor
    ) {
        self.task = task
        self.model = model
        self.strategy = strategy
        self.program = program
        self.steps = steps
        tests = steps.first { $0.name == "tests" }?.answer.flatMap {
            extractor.extract(from: $0.text, after: nil, entryPoints: [])?.code
        }
        report = steps.found("run-tests", in: program)
        findings = steps.found("analysers", in: program)
    }

    var calls: Int { steps.count { $0.prompt != nil } }

    /// A few lines for a terminal.
    func summary(in folder: String) -> String {
        var lines: [String] = []
        if let line = whatTestsSay { lines.append(line) }
        if let findings {
            lines.append("the analysers find \(findings.isEmpty ? "nothing" : findings.count.counted("place"))")
        }
        lines.append("\(calls.counted("call")) of \(model), \(strategy)")
        lines.append("written: \(files.map { "\(folder)/\($0)" }.joined(separator: ", "))")
        return lines.joined(separator: "\n")
    }

    /// What the model's own tests came to, in one line; nil when the strategy asks for none.
    var whatTestsSay: String? {
        if let line = report?.summary { return line }
        guard steps.contains(where: { $0.name == "tests" }) else { return nil }
        return "no test of the model's own could be used: nothing of the program was tried"
    }

    var files: [String] {
        (program == nil ? [] : ["solution.py"]) + (tests == nil ? [] : ["tests.py"]) + ["report.md", "steps.json"]
    }
}

extension TestReport {
    /// One line; nil without tests.
    var summary: String? {
        if let programError { return "the program cannot be used: \(programError)" }
        if let testsError { return "the model's own tests cannot be used: \(testsError)" }
        guard !outcomes.isEmpty else { return nil }
        return "\(outcomes.count { $0.passed }) of \(outcomes.count) tests of the model's own pass"
    }
}

extension [AttemptStep] {
    /// What a tool found in a program, the last time that it looked.
    fileprivate func found<Value: Decodable>(_ name: String, in program: String?) -> Value? {
        for step in reversed() where step.name == name {
            if case .tool(let input, let output) = step.content, input == program {
                return try? JSONDecoder().decode(Value.self, from: Data(output.utf8))
            }
        }
        return nil
    }
}
