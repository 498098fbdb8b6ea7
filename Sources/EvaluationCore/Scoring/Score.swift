/// Everything that scoring found about one attempt.
public struct Score: Sendable, Hashable, Codable {
    public var key: AttemptKey
    public var result: Result

    public enum Result: Sendable, Hashable, Codable {
        case code(ExtractedCode?, Verdict, CodeBLEUScore)
        case label(ParsedLabel)
    }

    public init(key: AttemptKey, result: Result) {
        self.key = key
        self.result = result
    }
}

/// What a model answered to `detect` or `classify`.
public enum ParsedLabel: Sendable, Hashable, Codable {
    case secure, insecure
    /// A type among those that the prompt listed.
    case type(WeaknessType.ID)
    /// A CWE that the prompt did not list, as written.
    case otherType(String)
    case unparsed
}
