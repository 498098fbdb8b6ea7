internal import EvaluationCore

/// Begins a new line where code follows a sentence without one: `Bind the values.import sqlite3`. So it comes out of servers that drop the
/// token between what a model thought and what it answered.
enum GluedLines {
    private static let openings = ["import ", "from ", "def ", "async def ", "class ", "@"].map { Array($0.utf8) }
    /// After these a sentence is over.
    private static let ends = Set(".!?:)>]*`\"'".utf8)
    private static let compounds = [
        "try", "else", "if", "elif", "for", "while", "with", "except", "finally", "def", "class", "async", "lambda",
        "match", "case",
    ]

    static func divided(_ bytes: [UInt8]) -> [UInt8] {
        let places = candidates(bytes)
        guard !places.isEmpty else { return bytes }
        let quoted = QuotedRanges(bytes)
        var result: [UInt8] = []
        var position = 0
        for place in places where quoted.kind(at: place) == nil {
            result += bytes[position..<place]
            result.append(UInt8(ascii: "\n"))
            position = place
        }
        return result + bytes[position...]
    }

    private static func candidates(_ bytes: [UInt8]) -> [Int] {
        var places: [Int] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let first = line.first, first != 0x20, first != 0x09 else { continue }
            for index in line.indices.dropFirst() where ends.contains(line[index - 1]) {
                guard openings.contains(where: { line[index...].starts(with: $0) }) else { continue }
                let sentence = line[..<index]
                guard canEnd(sentence, before: line[index]), isStatement(line[index...]) else { continue }
                places.append(index)
                break
            }
        }
        return places
    }

    /// `try:import os` and `f(a)@b` are Python; no statement of Python has a keyword after another mark.
    private static func canEnd(_ sentence: ArraySlice<UInt8>, before next: UInt8) -> Bool {
        switch sentence.last {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
        case UInt8(ascii: ":"): sentence.contains(0x20) && !beginsStatement(sentence)
        default: next != UInt8(ascii: "@")
        }
    }

    private static func beginsStatement(_ text: ArraySlice<UInt8>) -> Bool {
        let word = String(decoding: text.prefix { $0 != 0x20 && $0 != UInt8(ascii: ":") }, as: UTF8.self)
        return compounds.contains(word)
    }

    private static func isStatement(_ code: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: code, as: UTF8.self)
        if text.hasPrefix("import ") { return text.wholeMatch(of: /import [\w., ]+\s*(#.*)?/) != nil }
        if text.hasPrefix("from ") { return text.prefixMatch(of: /from [\w.]+ import [\w(*]/) != nil }
        if text.hasPrefix("@") { return text.wholeMatch(of: /@[A-Za-z_][\w.]*(\(.*)?/) != nil }
        return text.wholeMatch(of: /(async )?(def \w+\s*\(.*|class \w+.*:\s*(#.*)?)/) != nil
    }
}
