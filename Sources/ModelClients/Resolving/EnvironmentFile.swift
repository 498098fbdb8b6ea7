internal import EvaluationCore
public import Foundation

/// The `.env` file of a folder: keys and addresses of model servers that the environment does not set.
///
/// Lines are `NAME=value`, as shells read them: `#` begins a comment, a value may be quoted, and `export` may stand before
/// it. Of all variables only those whose names end in `_API_KEY` or `_BASE_URL` are taken. The file is read when one
/// of them is asked for: a run that needs none is not held up by it.
public struct EnvironmentFile: Sendable {
    let file: URL

    public init(_ file: URL) {
        self.file = file
    }

    /// - Returns: nil where there is no such file, or the variable is not in it.
    /// - Throws: `UserError` when it is a key and others can read the file, or the file cannot be read.
    public func value(of name: String) throws -> String? {
        var status = stat()
        guard stat(file.path, &status) == 0 else { return nil }
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw UserError("\(file.path): cannot be read", remedy: "check that it is text and yours, or remove it")
        }
        guard let value = Self.variables(in: text)[name], !value.isEmpty else { return nil }
        if status.st_mode & 0o077 != 0, name.hasSuffix(Self.keySuffix) {
            throw UserError(
                "\(file.path): holds \(name) and can be read by others", remedy: "run: chmod 600 '\(file.path)'")
        }
        return value
    }

    private static let keySuffix = "_API_KEY"

    static func variables(in text: String) -> [String: String] {
        var variables: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            var line = line.drop(while: \.isWhitespace)
            if line.hasPrefix("export ") { line = line.dropFirst("export ".count).drop(while: \.isWhitespace) }
            guard !line.hasPrefix("#"), let sign = line.firstIndex(of: "=") else { continue }
            let name = line[..<sign].trimmingCharacters(in: .whitespaces)
            guard name.hasSuffix(keySuffix) || name.hasSuffix("_BASE_URL") else { continue }
            variables[name] = value(line[line.index(after: sign)...])
        }
        return variables
    }

    private static func value(_ text: Substring) -> String {
        let text = text.drop(while: \.isWhitespace)
        if let quote = text.first, quote == "\"" || quote == "'",
            let end = text.dropFirst().firstIndex(of: quote)
        {
            return String(text[text.index(after: text.startIndex)..<end])
        }
        // A comment begins after a space only: an address may hold a `#`.
        let end = text.range(of: " #")?.lowerBound ?? text.endIndex
        return text[..<end].trimmingCharacters(in: .whitespaces)
    }
}
