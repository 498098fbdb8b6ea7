import EvaluationCore
public import Foundation

/// Words that may stand for each other, by kind: what `dataset perturb` draws from.
public struct Lexicon: Sendable {
    /// A word in its two numbers, in small letters.
    struct Word: Sendable, Hashable {
        var singular: String
        /// Nil for the name of a person or a place.
        var plural: String?

        var forms: [String] { [singular] + [plural].compactMap(\.self) }
    }

    struct Group: Sendable {
        var name: String
        var words: [Word]
        /// Names are only found where nothing else belongs to the same word: `Ada`, but not the first letters of `AdaBoost`.
        var isOfNames: Bool
    }

    var groups: [Group]
    /// The first words of functions' names, those that mean the same together.
    var verbs: [[String]]

    /// - Parameter file: `words.yaml`; its head says how it is written.
    /// - Throws: `UserError` naming what is wrong: a word in two groups, or one that is no plain word.
    public init(file: URL) throws {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw UserError("\(file.path): cannot be read", remedy: "it comes with secucogen; see --home")
        }
        try self.init(text: text, path: file.lastPathComponent)
    }

    init(text: String, path: String) throws {
        var yaml = try YAMLReader(text: text, path: path)
        verbs = try yaml.strings("verbs").map { $0.split(separator: " ").map(String.init) }
        groups = []
        var seen: [String: String] = [:]
        for (name, line) in try yaml.allTexts() {
            let isOfNames = Self.namesOfNames.contains(name)
            let words = try line.split(whereSeparator: \.isWhitespace).map { entry in
                let word = try Self.word(String(entry).lowercased(), isOfNames, path)
                for form in word.forms {
                    guard seen.updateValue(name, forKey: form) == nil else {
                        throw UserError("\(path): '\(form)' stands there twice", remedy: "keep it in one group")
                    }
                }
                return word
            }
            groups.append(Group(name: name, words: words, isOfNames: isOfNames))
        }
    }

    private static let namesOfNames: Set<String> = ["names", "surnames", "towns"]

    private static func word(_ entry: String, _ isName: Bool, _ path: String) throws -> Word {
        let parts = entry.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isLetter } }) else {
            throw UserError("\(path): '\(entry)' is no word", remedy: "write letters of ASCII, or singular/plural")
        }
        return Word(singular: parts[0], plural: isName ? nil : parts.count == 2 ? parts[1] : plural(of: parts[0]))
    }

    private static func plural(of word: String) -> String {
        let ending = word.suffix(2)
        if ["s", "x", "z"].contains(where: word.hasSuffix) || ending == "ch" || ending == "sh" { return word + "es" }
        if word.hasSuffix("y"), let before = ending.first, !"aeiou".contains(before) { return word.dropLast() + "ies" }
        return word + "s"
    }
}
