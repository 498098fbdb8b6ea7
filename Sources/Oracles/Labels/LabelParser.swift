public import EvaluationCore

/// Reads the label in a model's answer to `detect` or `classify`.
///
/// In this order: a label in JSON, a stated answer (`Answer: …`, `\boxed{…}`; the last one wins), an opening and a
/// close that are nothing but one label, and then what the prose says. Prose that says both, or neither, is
/// `.unparsed`: a guess would be a measurement of the parser.
public struct LabelParser: Sendable {
    private let weaknesses: WeaknessMentions

    /// - Parameter listed: the types that the `classify` prompt offers.
    public init(listed: [WeaknessType]) {
        weaknesses = WeaknessMentions(listed: listed)
    }

    /// - Returns: `.unparsed` also for tasks that yield code, which have no label.
    public func parse(_ text: String, task: PromptTask) -> ParsedLabel {
        switch task {
        case .detect: firstReadable(in: AnswerText(text), securityLabel)
        case .classify: firstReadable(in: AnswerText(text), weaknesses.label)
        case .generate, .generateAware, .generateOneShot, .repair, .repairExplained: .unparsed
        }
    }

    private func firstReadable(in answer: AnswerText, _ read: (String) -> ParsedLabel?) -> ParsedLabel {
        for passage in answer.inJSON + answer.stated {
            if let label = read(passage) { return label }
        }
        let ends = answer.ends.compactMap(read)
        if let label = ends.first, ends.allSatisfy({ $0 == label }) { return label }
        return read(answer.prose) ?? .unparsed
    }
}
