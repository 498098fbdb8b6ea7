public import EvaluationCore

/// What an attempt was judged by, in one line: the message of the check that decided, the counts of checks that found
/// nothing, the reason why there is no answer, or of a label the words that it was read from.
///
/// - Returns: nil of an attempt that is not scored. The text is the model's as much as ours, and may hold anything.
public func evidence(of attempt: Attempt, _ score: Score?) -> String? {
    if case .refused(let text) = attempt.outcome { return Refusal(text).words }
    switch score?.result {
    case .code(_, let verdict, _): return verdict.explained(by: attempt).evidence
    case .label: return attempt.answer.map { beginning(of: AnswerParts($0.text).text) }
    case nil: return nil
    }
}

extension Verdict {
    /// The detail, or where a run file has none what its checks say.
    fileprivate var evidence: String {
        if let detail { return detail }
        if let check = decidingCheck {
            let place = check.name + (check.line.map { ":\($0)" } ?? "")
            return "\(place): \(check.message ?? check.status.rawValue)"
        }
        let attacks = checks.count { $0.isSecurity }
        return "\(checks.count - attacks) functional checks held, \(attacks) attacks had no effect"
    }
}

/// An answer may be a megabyte; a label stands in its first words.
private func beginning(of text: String) -> String {
    let words = text.prefix(4000).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? "an empty answer" : words.count <= 160 ? words : "\(words.prefix(159))…"
}
