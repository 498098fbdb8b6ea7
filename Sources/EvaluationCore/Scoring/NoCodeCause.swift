extension Attempt {
    /// Why the attempt holds no code, in words that can be counted.
    public var causeOfNoCode: String {
        switch outcome {
        case .refused(let text): "refused: \(Refusal(text).name)"
        case .answered(let answer): answer.causeOfNoCode
        }
    }
}

extension ModelAnswer {
    fileprivate var causeOfNoCode: String {
        let parts = AnswerParts(text)
        guard !parts.bytes.contains(where: { $0 > 0x20 }) else { return "no-code" }
        let hasThought = [reasoning, parts.thinking].contains { $0.map { !$0.allSatisfy(\.isWhitespace) } ?? false }
        return switch (finish, hasThought) {
        case (.length, true): "no-code: all tokens went into reasoning"
        case (_, true): "no-code: nothing after the reasoning"
        case (.length, false): "no-code: empty answer at the limit of tokens"
        case (.contentFilter, false): "no-code: content filter"
        default: "no-code: empty answer"
        }
    }
}

extension Verdict {
    /// Says more of an attempt without code than that there was none.
    public func explained(by attempt: Attempt) -> Verdict {
        guard cause == "no-code" else { return self }
        var verdict = self
        verdict.cause = attempt.causeOfNoCode
        if case .refused(let text) = attempt.outcome { verdict.detail = Refusal(text).words }
        return verdict
    }
}
