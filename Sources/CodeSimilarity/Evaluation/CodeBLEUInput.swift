internal import EvaluationCore
public import Foundation

/// Reads the two files of `secucogen codebleu`.
public enum CodeBLEUInput {
    public enum Format: String, Sendable, Hashable, Codable, CaseIterable {
        /// One JSON value a line.
        case jsonLines = "jsonl"
        /// One text a line, as the tools of machine translation have it.
        case text
    }

    /// The format that a file's first line speaks for.
    public static func format(of data: Data) -> Format {
        let first = data.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"")
            ? .jsonLines : .text
    }

    /// Reads references: for each line one or more texts.
    ///
    /// A JSON line is a string, an array of strings, or an object with `references`, `reference`, `solution` or `code`,
    /// each a string or an array of strings. A text line is one reference.
    ///
    /// - Parameter file: the file's name, for messages.
    /// - Throws: `UserError` that names file and line.
    public static func references(_ data: Data, format: Format, file: String) throws -> [[String]] {
        try lines(data, format: format, file: file, keys: ["references", "reference", "solution", "code"])
    }

    /// Reads predictions: one text a line, with the same forms and the keys `prediction`, `candidate`, `solution`,
    /// `completion` and `code`.
    public static func predictions(_ data: Data, format: Format, file: String) throws -> [String] {
        let keys = ["prediction", "candidate", "solution", "completion", "code"]
        return try lines(data, format: format, file: file, keys: keys).enumerated().map { index, texts in
            guard texts.count == 1 else {
                throw UserError(
                    "\(file), entry \(index + 1): \(texts.count) predictions where one is wanted",
                    remedy:
                        "write every prediction on its own line, with its references on the same line of the other file"
                )
            }
            return texts[0]
        }
    }

    private static func lines(
        _ data: Data, format: Format, file: String, keys: [String]
    ) throws -> [[String]] {
        var entries: [[String]] = []
        var parts = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true { parts.removeLast() }
        for (index, part) in parts.enumerated() {
            // Bytes that are no UTF-8 become U+FFFD, as other tools read them.
            let line = String(decoding: part.last == UInt8(ascii: "\r") ? part.dropLast() : part, as: UTF8.self)
            switch format {
            case .text: entries.append([line])
            case .jsonLines:
                if line.allSatisfy(\.isWhitespace) { continue }
                guard let texts = texts(in: line, keys: keys) else {
                    throw UserError(
                        "\(file), line \(index + 1): no text was found",
                        remedy: "write a JSON string, an array of strings, or an object with one of "
                            + keys.map { "\"\($0)\"" }.joined(separator: ", "))
                }
                entries.append(texts)
            }
        }
        return entries
    }

    private static func texts(in line: String, keys: [String]) -> [String]? {
        let value = try? JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed)
        if let fields = value as? [String: Any] {
            return keys.lazy.compactMap { fields[$0] }.first.flatMap(strings)
        }
        return value.flatMap(strings)
    }

    private static func strings(_ value: Any) -> [String]? {
        if let text = value as? String { return [text] }
        guard let list = value as? [Any] else { return nil }
        let texts = list.compactMap { $0 as? String }
        return texts.count == list.count && !texts.isEmpty ? texts : nil
    }
}
