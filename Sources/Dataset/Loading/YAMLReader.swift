import EvaluationCore
import Yams

/// Reads a YAML mapping key by key. Every error names file and line; a key that nobody asked for is an error too.
struct YAMLReader {
    let path: String
    private let line: Int
    private var remaining: [(key: String, line: Int, node: Node)]

    /// - Parameter path: as it should stand in messages.
    init(text: String, path: String) throws {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw UserError("\(path): not valid YAML: \(Self.firstLine(of: error))")
        }
        try self.init(node: node ?? Node("", .implicit), path: path)
    }

    init(node: Node, path: String) throws {
        self.path = path
        line = node.mark?.line ?? 1
        guard case .mapping(let mapping) = node else {
            throw UserError("\(path):\(line): expected keys and values here")
        }
        remaining = try mapping.map { key, value in
            guard let name = key.string else {
                throw UserError("\(path):\(key.mark?.line ?? 1): a key has to be a word")
            }
            return (name, key.mark?.line ?? 1, value)
        }
    }

    mutating func node(_ key: String) -> (line: Int, node: Node)? {
        guard let index = remaining.firstIndex(where: { $0.key == key }) else { return nil }
        let found = remaining.remove(at: index)
        return (found.line, found.node)
    }

    mutating func string(_ key: String) throws -> String {
        guard let text = try optionalString(key) else {
            throw UserError("\(path):\(line): the key '\(key)' is missing")
        }
        return text
    }

    mutating func optionalString(_ key: String) throws -> String? {
        guard let (line, node) = node(key) else { return nil }
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            throw UserError("\(path):\(line): '\(key)' has to be a text")
        }
        return scalar.string
    }

    mutating func optionalNumber(_ key: String) throws -> Double? {
        guard let (line, node) = node(key) else { return nil }
        guard let number = node.float, number.isFinite, number > 0 else {
            throw UserError("\(path):\(line): '\(key)' has to be a number above 0")
        }
        return number
    }

    mutating func strings(_ key: String) throws -> [String] {
        guard let (line, node) = node(key) else { return [] }
        guard case .sequence(let sequence) = node else {
            throw UserError("\(path):\(line): '\(key)' has to be a list")
        }
        return try sequence.map { item in
            guard case .scalar(let scalar) = item else {
                throw UserError("\(path):\(item.mark?.line ?? line): '\(key)' has to be a list of texts")
            }
            return scalar.string
        }
    }

    /// Keys and their texts in the order of the file; none where the key is missing.
    mutating func texts(_ key: String) throws -> [(key: String, text: String)] {
        guard var reader = try reader(key) else { return [] }
        return try reader.allTexts()
    }

    /// All keys that nobody has asked for yet, and their texts, in the order of the file.
    mutating func allTexts() throws -> [(key: String, text: String)] {
        try remaining.map(\.key).map { ($0, try string($0)) }
    }

    mutating func readers(_ key: String) throws -> [YAMLReader] {
        guard let (line, node) = node(key) else { return [] }
        guard case .sequence(let sequence) = node else {
            throw UserError("\(path):\(line): '\(key)' has to be a list")
        }
        return try sequence.map { try YAMLReader(node: $0, path: path) }
    }

    mutating func reader(_ key: String) throws -> YAMLReader? {
        guard let (_, node) = node(key) else { return nil }
        return try YAMLReader(node: node, path: path)
    }

    func error(_ message: String) -> UserError {
        UserError("\(path):\(line): \(message)")
    }

    /// - Throws: when a key was never read, which is how a misspelt one shows.
    func finish(known: [String]) throws {
        guard let extra = remaining.first else { return }
        throw UserError(
            "\(path):\(extra.line): unknown key '\(extra.key)'", remedy: "known here: \(known.joined(separator: ", "))")
    }

    private static func firstLine(of error: any Error) -> String {
        String("\(error)".split(separator: "\n").prefix(2).joined(separator: " "))
    }
}
