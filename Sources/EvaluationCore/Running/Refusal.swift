/// Why a prompt got no answer, in a word that can be counted.
public enum RefusalReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// Prompt and answer do not fit into the model's context, or into what the server takes.
    case contextLength = "context-length"
    /// A filter of the server's did not let prompt or answer pass.
    case moderation
    /// The model called tools, which nobody offered, and wrote no text.
    case toolCall = "tool-call"
    /// The server rejects this prompt, and answers others with the same parameters.
    case rejected
    /// Answers that were made elsewhere end before this one.
    case notInFile = "not-in-file"

    /// What the user can do; completes "ask them again with --retry-refused …".
    public var remedy: String {
        switch self {
        case .contextLength:
            "and a smaller --max-tokens, or with more context on the server (--context for a local model)"
        case .moderation: "once the server's filter lets them pass"
        case .toolCall: "once the server offers the model no tools"
        case .rejected: "once the server takes them"
        case .notInFile: "once the file has them"
        }
    }
}

/// A refusal as it is stored: the reason, and what the server said.
public struct Refusal: Sendable, Hashable, LosslessStringConvertible {
    /// Nil in runs of versions that did not tell reasons apart.
    public var reason: RefusalReason?
    /// One line without control characters.
    public var words: String

    public init(_ reason: RefusalReason, _ words: String) {
        self.reason = reason
        self.words = words
    }

    /// Reads `context-length: HTTP 400: …`; any text is a refusal.
    public init(_ description: String) {
        let end = description.firstRange(of: ": ")
        reason = end.flatMap { RefusalReason(rawValue: String(description[..<$0.lowerBound])) }
        words = reason == nil ? description : String(description[end!.upperBound...])
    }

    public var description: String { reason.map { "\($0.rawValue): \(words)" } ?? words }

    /// For counting.
    public var name: String { reason?.rawValue ?? "other" }
}
