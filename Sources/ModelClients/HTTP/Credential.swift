internal import EvaluationCore
internal import Foundation

/// A key for a model server. It never prints itself: `description`, `debugDescription` and mirrors show a placeholder.
package struct Credential: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let secret: String

    /// - Throws: `UserError` when the key is empty or cannot be part of an HTTP header.
    /// - Parameter origin: where the key came from, for the message.
    package init(_ text: String, origin: String) throws {
        let key = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !key.isEmpty else {
            throw UserError("\(origin) holds an empty key", remedy: "put the key there, or remove it")
        }
        guard key.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            throw UserError(
                "the key in \(origin) has a space or an unprintable character", remedy: "copy the key again")
        }
        secret = key
    }

    /// Reads the key's file, which nobody but its owner may read.
    ///
    /// - Throws: `UserError` when the file cannot be read or its mode lets others in.
    init(file path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw UserError("the key file '\(path)' cannot be read", remedy: "check the path")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw UserError("the key file '\(path)' can be read by others", remedy: "run: chmod 600 '\(path)'")
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw UserError("the key file '\(path)' cannot be read", remedy: "check that it is text and yours")
        }
        try self.init(text, origin: "'\(path)'")
    }

    /// Hands the key to the one place that puts it into a header.
    func reveal<Result>(_ use: (String) -> Result) -> Result { use(secret) }

    /// `text` without the key, should a server have echoed it.
    func redact(_ text: String) -> String { text.replacingOccurrences(of: secret, with: "<key>") }

    package var description: String { "<key>" }
    package var debugDescription: String { "<key>" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
