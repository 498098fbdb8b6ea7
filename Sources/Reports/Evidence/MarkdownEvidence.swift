public import EvaluationCore

/// An attempt's evidence as Markdown, for an issue or a mail. Texts of models stand in fenced blocks that they cannot end.
public struct MarkdownEvidence: Sendable {
    public init() {}

    public func render(_ evidence: AttemptEvidence) -> String {
        let key = evidence.key
        let shown = key.task.yieldsCode ? "" : ", shown \(key.subject.rawValue)"
        var parts = [
            "# \(escapedMarkdown("\(key.sample): \(evidence.title)"))",
            escapedMarkdown(
                "\(evidence.run) (\(evidence.model)), \(key.task.rawValue)\(shown), attempt \(key.index + 1)"),
        ]
        parts += evidence.notes.map(escapedMarkdown)
        switch evidence.judgement {
        case .code(let judgement)?: parts += code(judgement)
        case .label(let read, let truth)?:
            parts.append(
                "**\(read == truth ? "Right" : "Wrong")**: \(escapedMarkdown("read as \(read); it is \(truth)"))")
        case nil: parts.append("Not scored.")
        }
        if let refusal = evidence.refusal { parts += ["## No answer", fenced(refusal)] }
        if let answer = evidence.answer {
            if let thinking = answer.thinking { parts += ["## What the model thought", fenced(thinking)] }
            parts += ["## The answer", fenced(answer.text)]
        }
        if !evidence.steps.isEmpty { parts += ["## The way to the answer", render(steps: evidence.steps)] }
        if let prompt = evidence.prompt { parts += ["## The prompt", fenced(prompt.wholeText)] }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func code(_ judgement: AttemptEvidence.CodeJudgement) -> [String] {
        let verdict = judgement.verdict
        let cause = verdict.cause.map { " (\(escapedMarkdown($0)))" } ?? ""
        var parts = ["**\(verdict.kind.rawValue)**\(cause), CodeBLEU \(judgement.codeBLEU.fixed(2))"]
        if let deciding = judgement.deciding {
            parts += decision(deciding)
        } else if let detail = verdict.detail {
            parts.append(escapedMarkdown(detail))
        }
        parts += ["## The code that was judged", judgement.code.map { fenced($0, "python") } ?? "None."]
        if !judgement.removed.isEmpty {
            parts.append("## Cut from the answer")
            for piece in judgement.removed { parts += ["\(piece.reason.rawValue):", fenced(piece.text)] }
        }
        if !verdict.checks.isEmpty {
            let rows = verdict.checks.map {
                "| \(escapedMarkdown($0.name)) | \($0.status.rawValue) | \(escapedMarkdown($0.message ?? "")) |"
            }
            parts += [
                "## All checks",
                (["| check | status | message |", "| --- | --- | --- |"] + rows).joined(separator: "\n"),
            ]
        }
        return parts
    }

    /// The steps of a dialogue, one after the other.
    public func render(steps: [AttemptStep]) -> String {
        steps.map { ShownStep($0) }.flatMap { step in
            ["### \(step.number). \(escapedMarkdown("\(step.name)\(step.facts.isEmpty ? "" : " (\(step.facts))")"))"]
                + step.parts.flatMap { ["\($0.title):", fenced($0.text)] }
        }.joined(separator: "\n\n")
    }

    /// A text in one line, with nothing left that Markdown would take for its own.
    public func escaped(_ text: String) -> String { escapedMarkdown(text) }

    private func decision(_ deciding: AttemptEvidence.Deciding) -> [String] {
        let check = deciding.check
        var parts = ["## What decided", escapedMarkdown("\(check.name): \(check.message ?? check.status.rawValue)")]
        if check.isTestimony { parts.append("Seen inside the solution's process (testimony).") }
        if let exchanges = check.exchanges, !exchanges.isEmpty {
            let lines = exchanges.map { "> \($0.sent)\n< \($0.received ?? "(no answer)")" }
            let before = check.earlierExchanges.map { " (\($0) before)" } ?? ""
            parts += ["What was sent and what came back\(before):", fenced(lines.joined(separator: "\n"))]
        }
        if let source = deciding.source {
            let place = "\(source.path)\(check.line.map { ", line \($0)" } ?? ""):"
            parts += [escapedMarkdown(place), fenced(source.lines.joined(separator: "\n"), "python")]
        }
        return parts
    }

    /// A block whose fence is longer than any run of backticks in the text.
    private func fenced(_ text: String, _ language: String = "") -> String {
        var (longest, run) = (0, 0)
        for character in text.unicodeScalars {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map {
            withVisibleControls(String($0).replacing("\t", with: "    "))
        }
        return "\(fence)\(language)\n\(lines.joined(separator: "\n"))\n\(fence)"
    }
}
