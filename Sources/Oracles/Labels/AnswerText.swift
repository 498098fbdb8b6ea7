import EvaluationCore
import Foundation

/// An answer, and the parts of it in which a label is looked for, the likeliest to be the answer itself first.
struct AnswerText {
    /// Labels in JSON, the last object first.
    let inJSON: [String]
    /// What follows `Answer:` and its like, from the last to the first.
    let stated: [String]
    /// What opens and what closes the answer, where that is of one or two words: more is prose.
    let ends: [String]
    /// Without marks of formatting and thinking.
    let prose: String

    init(_ text: String) {
        let text = AnswerParts(text).text.replacing("’", with: "'")
        prose = Self.withoutMarkup(text)
        let lines = prose.split(whereSeparator: \.isNewline)
            .map { $0.replacing(/^\s*(?:\d+[.)]|[-•])\s+/, with: "").trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
        inJSON = labelsInJSON(text)
        stated = Self.statedAnswers(in: lines)
        // "Insecure: a secure version would …".
        let opening = lines.first?.split(separator: /[.:;(—–]|\s-\s/).first.map(String.init)
        ends = [opening, lines.last].compactMap { $0 }.filter { $0.split(separator: " ").count <= 2 }
    }

    /// Without emphasis, headings, quotes and code marks; underscores inside words stay.
    private static func withoutMarkup(_ text: String) -> String {
        text.replacing(/\\boxed\{(?:\\text\{)?([^{}]*)\}?\}/) { "\nAnswer: \($0.output.1)\n" }
            .replacing(/```[a-zA-Z]*/, with: "\n")
            .replacing(/[*`#>"]+|\b_+|_+\b/, with: "")
    }

    private static func statedAnswers(in lines: [String]) -> [String] {
        let marker =
            /\b(?:answer|verdict|label|classification|conclusion|result|prediction|type)(?: is)?\s*[:=]\s*(.*)$/
            .ignoresCase()
        return lines.indices.reversed().compactMap { index in
            guard let match = lines[index].firstMatch(of: marker) else { return nil }
            // The label may stand alone on the next line.
            if match.output.1.isEmpty { return index + 1 < lines.count ? lines[index + 1] : nil }
            return String(match.output.1)
        }
    }
}
