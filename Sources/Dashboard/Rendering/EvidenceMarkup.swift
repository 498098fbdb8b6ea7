import EvaluationCore
import Reports

/// Why an attempt was judged as it was: the check that decided, what it sent and what came back.
struct EvidenceMarkup {
    let code: CodeMarkup

    /// - Returns: nil when no check decided.
    func values(_ deciding: AttemptEvidence.Deciding?) -> [String: Any]? {
        guard let deciding else { return nil }
        let check = deciding.check
        var values: [String: Any] = [
            "name": check.name, "message": check.message ?? check.status.rawValue, "isTestimony": check.isTestimony,
            "exchanges": (check.exchanges ?? []).map { exchange -> [String: Any] in
                ["sent": exchange.sent, "received": exchange.received ?? "(no answer)"]
            },
            "hasExchanges": !(check.exchanges ?? []).isEmpty,
        ]
        if let before = check.earlierExchanges, before > 0 { values["before"] = before }
        if let source = deciding.source {
            values["path"] = source.path + (check.line.map { ":\($0)" } ?? "")
            values["source"] = code.markup(
                source.lines.joined(separator: "\n"), firstLine: source.firstLine ?? 1, marked: check.line,
                label: "The check's code")
        }
        return values
    }
}
