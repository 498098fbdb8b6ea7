internal import EvaluationCore

extension Rewriting {
    /// Lets the model mend what static analysers find, for some rounds at most.
    mutating func mendFindings(rounds: Int) async throws {
        for _ in 0..<rounds {
            let (code, analyser) = (current.code, tools.analyser)
            let findings = try await dialogue.use("analysers", on: code) { try await analyser.findings(in: code) }
            guard !findings.isEmpty else { return }
            guard try await rewrite(messages.after(current.answer, complaint(findings))) else { return }
        }
    }

    private func complaint(_ findings: [AnalyserFinding]) -> String {
        let lines = current.code.split(separator: "\n", omittingEmptySubsequences: false)
        let shown = findings.prefix(12).map { finding in
            let text = lines.indices.contains(finding.line - 1) ? lines[finding.line - 1].drop { $0 == " " } : ""
            return "- line \(finding.line) (`\(text)`), \(finding.tool) \(finding.rule): \(finding.message)"
        }
        return """
            Static analysers looked at your program and reported this:

            \(shown.joined(separator: "\n"))

            They may be wrong. Where they are right, mend the program. Keep everything else as it is, and write the whole \
            program again. \(question.request)
            """
    }
}
