/// What a machine found in a record, in words that its author can act on.
public struct DraftFinding: Sendable, Hashable, Codable, CustomStringConvertible {
    public var path: String
    public var message: String

    public init(_ path: String, _ message: String) {
        self.path = path
        self.message = message
    }

    public var description: String { "`\(path)`: \(message)" }
}
