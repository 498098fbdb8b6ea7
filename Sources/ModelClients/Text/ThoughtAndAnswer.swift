internal import Foundation

/// Splits what a reasoning model wrote between `<think>` and `</think>` from its answer.
package struct ThoughtAndAnswer {
    package var reasoning: String?
    package var answer: String

    /// A text that begins with `<think>` is thought until `</think>`, all of it when that never comes. Some chat templates
    /// put the opening tag into the prompt; then a `</think>` without one ends the thought.
    package init(_ text: String) {
        let opened = text.drop(while: \.isWhitespace).hasPrefix("<think>")
        guard let end = text.range(of: "</think>") else {
            answer = opened ? "" : text
            reasoning = opened ? Self.trim(text.drop(while: \.isWhitespace).dropFirst("<think>".count)) : nil
            return
        }
        let before = text[..<end.lowerBound]
        guard opened || !before.contains("<think>") else {
            answer = text
            return
        }
        let thought = before.drop(while: \.isWhitespace)
        reasoning = Self.trim(opened ? thought.dropFirst("<think>".count) : thought)
        answer = String(text[end.upperBound...].drop(while: \.isNewline))
    }

    private static func trim(_ text: some StringProtocol) -> String? {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : trimmed
    }
}
