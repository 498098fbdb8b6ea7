package import EvaluationCore
import Foundation

/// A step of a dialogue as people read it: what was new in the prompt and what the model answered, or what a tool found.
package struct ShownStep: Sendable, Hashable {
    package struct Part: Sendable, Hashable {
        package var title: String
        package var text: String
    }

    /// From 1.
    package var number: Int
    package var name: String
    /// `340 tokens, 5.1 s`; `3 of 4 tests pass`.
    package var facts: String
    package var parts: [Part]

    package init(_ step: AttemptStep) {
        number = step.number + 1
        name = step.name
        switch step.content {
        case .answered(let prompt, let answer):
            let tokens = answer.usage.output.map { "\($0) tokens, " } ?? ""
            facts = "\(tokens)\(answer.latency.fixed(1)) s"
            parts = [
                Part(title: "Asked", text: prompt.newest), Part(title: "Answered", text: AnswerParts(answer.text).text),
            ]
        case .refused(let prompt, let reason):
            facts = "no answer"
            parts = [Part(title: "Asked", text: prompt.newest), Part(title: "Refused", text: reason)]
        case .tool(let input, let output):
            (facts, parts) = Self.found(input, output)
        }
    }

    private static func found(_ input: String, _ output: String) -> (facts: String, parts: [Part]) {
        let program = Part(title: "Program", text: input)
        if let report: TestReport = value(output) {
            return (facts(report), [program, Part(title: "Found", text: text(report))].filter { !$0.text.isEmpty })
        }
        if let findings: [AnalyserFinding] = value(output) {
            let lines = findings.map { "line \($0.line), \($0.tool) \($0.rule): \($0.message)" }
            return (
                findings.count == 1 ? "1 finding" : "\(findings.count) findings",
                [program, Part(title: "Found", text: lines.joined(separator: "\n"))].filter { !$0.text.isEmpty }
            )
        }
        return ("", [program, Part(title: "Found", text: output)])
    }

    private static func value<Value: Decodable>(_ text: String) -> Value? {
        try? JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    private static func facts(_ report: TestReport) -> String {
        if report.programError != nil { return "the program cannot be used" }
        if report.testsError != nil { return "the tests cannot be used" }
        let passed = report.outcomes.count(where: \.passed)
        return report.outcomes.isEmpty ? "the program loads" : "\(passed) of \(report.outcomes.count) tests pass"
    }

    private static func text(_ report: TestReport) -> String {
        if let error = report.programError ?? report.testsError { return error }
        return report.outcomes.map { outcome in
            "\(outcome.passed ? "passed" : "failed")  \(outcome.name)\(outcome.message.map { ": \($0)" } ?? "")"
        }.joined(separator: "\n")
    }
}

extension Prompt {
    /// What the reader has not seen yet: the last question of a chat.
    fileprivate var newest: String {
        if case .chat(let messages) = self { messages.last?.content ?? "" } else { wholeText }
    }
}
