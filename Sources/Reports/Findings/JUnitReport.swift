import EvaluationCore

/// Attempts as test cases in JUnit's XML, as CI servers show them: a test suite is one task of one run, and whatever is
/// not secure has failed. What says nothing about the model is an error; what was not asked yet is skipped.
///
/// Format: https://github.com/testmoapp/junitxml
public struct JUnitReport: Sendable {
    public init() {}

    public func render(_ attempts: [JudgedAttempt]) -> String {
        let groups = Dictionary(grouping: attempts) { Suite(path: $0.path, run: $0.run, task: $0.key.task) }
        let order = attempts.map { Suite(path: $0.path, run: $0.run, task: $0.key.task) }.uniqued()
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            "<testsuites\(attributes(["name": "secucogen"], counting: attempts))>",
        ]
        for suite in order {
            let members = groups[suite] ?? []
            lines.append(
                "  <testsuite\(attributes(["name": "\(suite.run), \(suite.task.rawValue)"], counting: members))>")
            lines += members.map(testCase)
            lines.append("  </testsuite>")
        }
        return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
    }

    private struct Suite: Hashable {
        var path: String
        var run: String
        var task: PromptTask
    }

    private func testCase(_ attempt: JudgedAttempt) -> String {
        let head = attributes([
            "classname": "\(attempt.run).\(attempt.key.task.rawValue).\(attempt.key.sample.type)", "name": attempt.name,
            "time": (attempt.verdict?.duration ?? 0).fixed(3),
        ])
        switch outcome(of: attempt) {
        case .passed: return "    <testcase\(head)/>"
        case .skipped: return "    <testcase\(head)><skipped message=\"not asked yet\"/></testcase>"
        case .failed(let why): return "    <testcase\(head)>\(element("failure", why))</testcase>"
        case .error(let why): return "    <testcase\(head)>\(element("error", why))</testcase>"
        }
    }

    private enum Outcome {
        case passed, skipped
        case failed(Reason)
        case error(Reason)
    }

    private struct Reason {
        var type: String
        var message: String
        var text = ""
    }

    private func outcome(of attempt: JudgedAttempt) -> Outcome {
        guard let made = attempt.attempt else { return .skipped }
        guard let score = attempt.score else {
            return .error(Reason(type: "not-scored", message: "answered, and not scored yet"))
        }
        let message = evidence(of: made, score) ?? ""
        switch score.result {
        case .code(_, let verdict, _):
            let reason = Reason(type: verdict.kind.rawValue, message: message, text: story(verdict))
            return switch verdict.kind {
            case .secure: .passed
            case .insecure, .incorrect: .failed(reason)
            case .inconclusive, .harnessError: .error(reason)
            }
        case .label(let label):
            let truth = attempt.key.truth
            if label.word == truth { return .passed }
            return .failed(Reason(type: "wrong-label", message: "read as \(label.word); it is \(truth)", text: message))
        }
    }

    /// What the deciding check sent, and what came back.
    private func story(_ verdict: Verdict) -> String {
        guard let check = verdict.decidingCheck else { return verdict.detail ?? "" }
        let exchanges = (check.exchanges ?? []).map { "> \($0.sent)\n< \($0.received ?? "(no answer)")" }
        return ([check.name] + exchanges).joined(separator: "\n")
    }

    private func element(_ name: String, _ reason: Reason) -> String {
        let head = attributes(["type": reason.type, "message": reason.message])
        return reason.text.isEmpty
            ? "<\(name)\(head)/>" : "<\(name)\(head)>\(escapedXML(reason.text, keepingLines: true))</\(name)>"
    }

    private func attributes(_ values: KeyValuePairs<String, String>) -> String {
        values.map { " \($0.key)=\"\(escapedXML($0.value))\"" }.joined()
    }

    private func attributes(_ values: KeyValuePairs<String, String>, counting members: [JudgedAttempt]) -> String {
        var (failures, errors, skipped, seconds) = (0, 0, 0, 0.0)
        for member in members {
            switch outcome(of: member) {
            case .passed: break
            case .failed: failures += 1
            case .error: errors += 1
            case .skipped: skipped += 1
            }
            seconds += member.verdict?.duration ?? 0
        }
        return attributes(values)
            + attributes([
                "tests": "\(members.count)", "failures": "\(failures)", "errors": "\(errors)", "skipped": "\(skipped)",
                "time": seconds.fixed(3),
            ])
    }
}

/// For text and attributes of XML 1.0, which cannot hold most control characters at all (https://www.w3.org/TR/xml/#charsets):
/// those are spelt out.
///
/// - Parameter keepingLines: false in an attribute, where a parser makes a space of a line break.
func escapedXML(_ text: String, keepingLines: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\n", "\t": result += keepingLines ? String(scalar) : "&#\(scalar.value);"
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
            result += withVisibleControls(String(scalar))
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

extension Sequence where Element: Hashable {
    /// Without repetitions, in the order of first appearance.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
