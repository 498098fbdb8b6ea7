import Crypto
import EvaluationCore
import Foundation

/// The files of a record as far as they are written: text by path.
public struct DraftFiles: Sendable, Hashable, Codable {
    public var texts: [String: String]

    public init(_ texts: [String: String] = [:]) { self.texts = texts }

    public subscript(path: String) -> String? {
        get { texts[path] }
        set { texts[path] = newValue }
    }

    /// SHA-256 over names and texts, lower-case hex.
    public var digest: String {
        Digests.digest(texts.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }

    /// Those that fit one of the patterns.
    func restricted(to patterns: [String]) -> DraftFiles {
        DraftFiles(texts.filter { path, _ in patterns.contains { FilePattern($0).fits(path) } })
    }

    /// Which of the parts of `sample.yaml` the model writes, and the keys of each.
    static let yamlParts: [(path: String, keys: Set<String>)] = [
        ("idea.yaml", ["title", "weaknesses", "covers", "entry-points", "packages", "hard-by"]),
        ("examples.yaml", ["examples"]),
        ("aware-examples.yaml", ["aware-examples"]),
    ]

    /// A path that a record may have. Names of variants become names of files, so they are plain.
    static func isAllowed(_ path: String, in patterns: [String]) -> Bool {
        guard patterns.contains(where: { FilePattern($0).fits(path) }) else { return false }
        guard path.hasPrefix("variants/") else { return true }
        return path.wholeMatch(of: /variants\/(secure|insecure|incorrect)-[a-z0-9-]{1,60}\.py/) != nil
    }
}
