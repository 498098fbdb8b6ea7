/// What was taken from a model's text, and what was left.
public struct ExtractedCode: Sendable, Hashable, Codable {
    public var code: String
    /// What was cut from the text, in order.
    public var removed: [RemovedText]

    public init(code: String, removed: [RemovedText] = []) {
        self.code = code
        self.removed = removed
    }
}

/// Finds the solution in a model's text.
public protocol CodeExtractor: Sendable {
    /// - Parameters:
    ///   - text: a model's answer, of any form.
    ///   - prefix: what a completion prompt ended with (imports and signature), to which `text` may be the continuation; nil for chat.
    ///   - entryPoints: the names that the solution must define.
    /// - Returns: nil when the text holds no code.
    func extract(from text: String, after prefix: String?, entryPoints: [String]) -> ExtractedCode?
}
