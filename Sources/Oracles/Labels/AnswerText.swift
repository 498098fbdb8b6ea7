import Foundation

/// An answer, and the parts of it in which a label is looked for.
struct AnswerText {
    /// The parts that are likeliest to be the answer itself come first; the last is the whole text.
    let passages: [String]

    init(_ text: String) {
        let text = Self.withoutThinking(text).replacing("’", with: "'")
        let plain = Self.withoutMarkup(text)
        let lines = plain.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
        var passages = labelsInJSON(text)
        passages += Self.statedAnswers(in: lines)
        // A line of one to three words is an answer; more is prose.
        passages += [lines.first, lines.last].compactMap { $0 }.filter { $0.split(separator: " ").count <= 3 }
        passages.append(plain)
        self.passages = passages
    }

    private static func withoutThinking(_ text: String) -> String {
        text.replacing(/<think>[\s\S]*?<\/think>/.ignoresCase(), with: "")
    }

    /// Without emphasis, headings, quotes and code marks; underscores inside words stay.
    private static func withoutMarkup(_ text: String) -> String {
        text.replacing(/\\boxed\{(?:\\text\{)?([^{}]*)\}?\}/) { "\nAnswer: \($0.output.1)\n" }
            .replacing(/```[a-zA-Z]*/, with: "\n")
            .replacing(/[*`#>"]+|\b_+|_+\b/, with: "")
    }

    /// What follows `Answer:` and its like, from the last to the first.
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
