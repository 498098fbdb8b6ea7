import EvaluationCore

/// An attempt's evidence for a terminal: what decided first, in one screen, and below it everything else.
public struct TerminalEvidence: Sendable {
    /// Columns, at least 40.
    public var width: Int
    public var palette: Palette

    public init(width: Int = 80, palette: Palette = .plain) {
        self.width = max(40, width)
        self.palette = palette
    }

    /// Lines that exchanges take at most, so that what decided fits on a screen; the last exchange is always shown.
    private static let mostExchangeLines = 14
    private static let mostSourceLines = 9

    /// - Parameter others: the judgements of all attempts at the same question, in order.
    public func render(_ evidence: AttemptEvidence, others: [String] = []) -> String {
        var lines = heading(evidence, others)
        switch evidence.judgement {
        case .code(let judgement)?: lines += code(judgement)
        case .label(let read, let truth)?:
            let isRight = read == truth
            lines += [
                "",
                palette.painted(isRight ? "RIGHT" : "WRONG", isRight ? .good : .bad)
                    + "  read as \(withVisibleControls(read)), and it is \(withVisibleControls(truth))",
            ]
        case nil: lines += ["", palette.painted("NOT SCORED", .faint)]
        }
        lines += texts(evidence)
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ evidence: AttemptEvidence, _ others: [String]) -> [String] {
        let key = evidence.key
        let shown = key.task.yieldsCode ? "" : ", shown \(key.subject.rawValue)"
        var lines = wrappedLines("\(key.sample)  \(evidence.title)", width: width).map { palette.painted($0, .strong) }
        let place = "\(evidence.run), \(key.task.rawValue)\(shown), attempt \(key.index + 1)"
        lines += wrappedLines(others.count > 1 ? "\(place) of \(others.count)" : place, width: width)
        if others.count > 1 {
            lines += wrappedLines(others.joined(separator: ", "), width: width, margin: "all attempts: ")
        }
        for note in evidence.notes { lines += wrappedLines(note, width: width, margin: "! ") }
        return lines
    }

    // What decided

    private func code(_ judgement: AttemptEvidence.CodeJudgement) -> [String] {
        let verdict = judgement.verdict
        let cause = verdict.cause.map { "  \($0)" } ?? ""
        let level = verdict.sandboxLevel.map { ", sandbox level \($0)" } ?? ""
        var lines = [
            "",
            palette.painted(verdict.kind.rawValue.uppercased(), as: verdict.kind)
                + withVisibleControls("\(cause)  (CodeBLEU \(judgement.codeBLEU.fixed(2))\(level))"),
        ]
        if let deciding = judgement.deciding {
            lines += decision(deciding)
        } else if let detail = verdict.detail {
            lines += wrappedLines(detail, width: width, margin: "  ")
        } else if verdict.kind == .secure {
            let attacks = verdict.checks.count { $0.isSecurity }
            lines.append("  \(verdict.checks.count - attacks) functional checks hold, \(attacks) attacks had no effect")
        }
        return lines
    }

    private func decision(_ deciding: AttemptEvidence.Deciding) -> [String] {
        let check = deciding.check
        let place = deciding.source.map { " (\($0.path)\(check.line.map { ":\($0)" } ?? ""))" } ?? ""
        var lines = wrappedLines("\(check.name)\(place)", width: width, margin: "  ")
        lines += wrappedLines(check.message ?? check.status.rawValue, width: width, margin: "  ").map {
            palette.painted($0, .strong)
        }
        if check.isTestimony { lines.append("  seen inside the solution's process (testimony)") }
        lines += exchanges(check)
        if let source = deciding.source {
            lines += section("The check")
            for (number, text) in source.excerpt(around: check.line, most: Self.mostSourceLines) {
                let mark = number != nil && number == check.line ? ">" : " "
                lines += wrappedLines(text, width: width, margin: "\(mark)\(padded(number)) ")
            }
        }
        return lines
    }

    private func exchanges(_ check: CheckOutcome) -> [String] {
        guard let all = check.exchanges, !all.isEmpty else { return [] }
        var blocks = all.map { exchange in
            wrappedLines(exchange.sent, width: width, margin: "  > ", following: "    ")
                + wrappedLines(exchange.received ?? "(no answer)", width: width, margin: "  < ", following: "    ")
        }
        var left = check.earlierExchanges ?? 0
        while blocks.count > 1, blocks.reduce(0, { $0 + $1.count }) > Self.mostExchangeLines {
            blocks.removeFirst()
            left += 1
        }
        let more = left > 0 ? palette.painted("  (\(left) before)", .faint) : ""
        return section("Sent (>) and answered (<)", more) + blocks.flatMap(\.self)
    }

    // Everything else

    private func texts(_ evidence: AttemptEvidence) -> [String] {
        var lines: [String] = []
        if let judgement = evidence.code {
            lines += section("The code that was judged")
            lines += judgement.code.map { numbered($0) } ?? ["  none"]
            if !judgement.removed.isEmpty {
                lines += section("Cut from the answer")
                for piece in judgement.removed {
                    lines += wrappedLines(
                        piece.text, width: width, margin: "  \(piece.reason.rawValue): ", following: "    ")
                }
            }
            if !judgement.verdict.checks.isEmpty { lines += section("All checks") + checks(judgement.verdict.checks) }
        }
        if let refusal = evidence.refusal {
            lines += section("No answer") + wrappedLines(refusal, width: width, margin: "  ")
        }
        if let answer = evidence.answer {
            if let thinking = answer.thinking {
                lines += section("What the model thought") + wrappedLines(thinking, width: width, margin: "  ")
            }
            lines += section("The answer", palette.painted("  (\(facts(answer)))", .faint))
            lines += wrappedLines(answer.text, width: width, margin: "  ")
        }
        if !evidence.steps.isEmpty { lines += section("The way to the answer") + steps(evidence.steps) }
        if let prompt = evidence.prompt {
            lines += section("The prompt") + wrappedLines(prompt.wholeText, width: width, margin: "  ")
        }
        return lines
    }

    private func steps(_ steps: [AttemptStep]) -> [String] {
        steps.map { ShownStep($0) }.flatMap { step in
            wrappedLines("\(step.number). \(step.name) (\(step.facts))", width: width, margin: "  ")
                + step.parts.flatMap { part in
                    wrappedLines(part.text, width: width, margin: "     \(part.title): ", following: "       ")
                }
        }
    }

    private func checks(_ checks: [CheckOutcome]) -> [String] {
        checks.flatMap { check in
            let mark = check.status == .passed ? "" : (check.message.map { ": \($0)" } ?? "")
            let status = check.status.rawValue.padding(to: 12)
            let lines = wrappedLines("\(check.name)\(mark)", width: width, margin: "  \(status) ")
            return check.status == .passed || check.status == .notRun
                ? lines.map { palette.painted($0, .faint) } : lines
        }
    }

    private func numbered(_ code: String) -> [String] {
        var lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines.enumerated().flatMap { index, line in
            wrappedLines(line, width: width, margin: " \(padded(index + 1)) ")
        }
    }

    private func padded(_ number: Int?) -> String {
        let text = number.map(String.init) ?? ""
        return String(repeating: " ", count: max(0, 4 - text.count)) + text
    }

    private func section(_ title: String, _ more: String = "") -> [String] {
        ["", palette.painted(title, .strong) + more]
    }

    private func facts(_ answer: AttemptEvidence.Answer) -> String {
        let tokens = answer.usage.output.map { "\($0) tokens, " } ?? ""
        // Answers that were made elsewhere bring no time along.
        let time = answer.latency > 0 ? "\(answer.latency.fixed(1)) s, " : ""
        return "\(tokens)\(time)finish: \(answer.finish.rawValue)"
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
