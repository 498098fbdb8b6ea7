internal import Foundation

/// Splits what a reasoning model wrote between `<think>` and `</think>` from its answer.
package struct ThoughtAndAnswer {
    package var reasoning: String?
    package var answer: String

    /// A text that begins with `<think>` is thought until `</think>`, all of it when that never comes. Some chat templates
    /// put the opening tag into the prompt; then a `</think>` without one ends the thought.
    package init(_ text: String) {
        let opened = text.drop(while: \.isWhitespace).hasPrefix("<think>")
        guard let end = Self.place(of: "</think>", in: text[...]) else {
            answer = opened ? "" : text
            reasoning = opened ? Self.trim(text.drop(while: \.isWhitespace).dropFirst("<think>".count)) : nil
            return
        }
        let before = text[..<end.lowerBound]
        guard opened || Self.place(of: "<think>", in: before) == nil else {
            answer = text
            return
        }
        let thought = before.drop(while: \.isWhitespace)
        reasoning = Self.trim(opened ? thought.dropFirst("<think>".count) : thought)
        answer = String(text[end.upperBound...].drop(while: \.isNewline))
    }

    /// Compares bytes: a search that knows which characters are equivalent costs more than decoding a short answer does.
    private static func place(of tag: String, in text: Substring) -> Range<Substring.Index>? {
        // An answer has few of these, and most have none.
        guard let bracket = text.utf8.firstIndex(of: UInt8(ascii: "<")) else { return nil }
        return text.utf8[bracket...].firstRange(of: tag.utf8)
    }

    private static func trim(_ text: some StringProtocol) -> String? {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : trimmed
    }
}
