internal import EvaluationCore
public import Foundation

/// The `.env` file of a folder: keys and addresses of model servers that the environment does not set.
///
/// Lines are `NAME=value`, as shells read them: `#` begins a comment, a value may be quoted, and `export` may stand before
/// it. Of all variables only those whose names end in `_API_KEY` or `_BASE_URL` are taken.
public enum EnvironmentFile {
    /// - Returns: `environment`, with what only the file has.
    /// - Throws: `UserError` when a key would be taken from a file that others can read, or the file cannot be read.
    public static func completing(_ environment: [String: String], from file: URL) throws -> [String: String] {
        var status = stat()
        guard stat(file.path, &status) == 0 else { return environment }
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw UserError("\(file.path): cannot be read", remedy: "check that it is text and yours, or remove it")
        }
        let added = variables(in: text).filter { environment[$0.key, default: ""].isEmpty }
        if status.st_mode & 0o077 != 0, let key = added.keys.filter({ $0.hasSuffix("_API_KEY") }).min() {
            throw UserError(
                "\(file.path): holds \(key) and can be read by others", remedy: "run: chmod 600 '\(file.path)'")
        }
        return environment.merging(added) { _, new in new }
    }

    static func variables(in text: String) -> [String: String] {
        var variables: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            var line = line.drop(while: \.isWhitespace)
            if line.hasPrefix("export ") { line = line.dropFirst("export ".count).drop(while: \.isWhitespace) }
            guard !line.hasPrefix("#"), let sign = line.firstIndex(of: "=") else { continue }
            let name = line[..<sign].trimmingCharacters(in: .whitespaces)
            guard name.hasSuffix("_API_KEY") || name.hasSuffix("_BASE_URL") else { continue }
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
