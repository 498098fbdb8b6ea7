/// A stretch of code that is shown in a colour of its own.
public struct HighlightedRange: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case keyword, string, comment, number, definition
    }

    /// In UTF-8.
    public var bytes: Range<Int>
    public var kind: Kind

    public init(_ bytes: Range<Int>, _ kind: Kind) {
        self.bytes = bytes
        self.kind = kind
    }
}

/// Finds out what the parts of a program are.
public protocol CodeHighlighter: Sendable {
    /// - Returns: ranges in order that do not overlap; none for what the grammar does not know.
    func ranges(in code: String) -> [HighlightedRange]
}
