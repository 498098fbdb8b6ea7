import EvaluationCore
import Reports

extension SecuredProgram {
    /// The report as Markdown. Texts of the model stand in fenced blocks that they cannot end.
    var markdown: String {
        var parts = [
            "# What became of the task",
            "\(calls.counted("call")) of \(model), strategy \(strategy).",
            program == nil ? "**The model wrote no program.**" : "The program is in `solution.py`.",
        ]
        parts += ["## What was found in it"] + found
        parts += [
            "## What is not covered",
            """
            Nothing here proves the program secure. The tests are the model's own, written from your text; they may be wrong, and they do not
            know what you did not write. The dataset's hidden checks know only the dataset's samples. Static analysers see patterns, and not
            what a program means. Read the program, above all where it opens files, starts programs, builds statements, answers requests and
            decides who may do what.
            """,
            "## What was done",
        ]
        return (parts + [MarkdownEvidence().render(steps: steps)]).joined(separator: "\n\n") + "\n"
    }

    private var found: [String] {
        var parts: [String] = []
        if let report {
            parts.append(
                MarkdownEvidence().escaped(whatTestsSay ?? "It loads and defines what it has to."))
            let rows = report.outcomes.map { outcome in
                let cells = [outcome.name, outcome.passed ? "passed" : "failed", outcome.message ?? ""]
                return "| \(cells.map(MarkdownEvidence().escaped).joined(separator: " | ")) |"
            }
            if !rows.isEmpty {
                parts.append((["| test | | message |", "| --- | --- | --- |"] + rows).joined(separator: "\n"))
            }
        } else {
            parts.append(MarkdownEvidence().escaped(whatTestsSay ?? "No tests were asked for."))
        }
        if let findings {
            let lines = findings.map { "- line \($0.line), \($0.tool) \($0.rule): \($0.message)" }
            parts.append(
                lines.isEmpty
                    ? "Bandit and Semgrep find nothing."
                    : (["Bandit and Semgrep find:", ""] + lines.map(MarkdownEvidence().escaped)).joined(separator: "\n")
            )
        } else {
            parts.append("Static analysers were not asked.")
        }
        return parts
    }
}
