import EvaluationCore

/// The files in a model's answer: each in a fenced block that names it, in its info string or in the line above.
///
/// Small models forget the name where one file is asked for, and close a fence of four with one of three. Neither leaves a doubt.
struct AnsweredFiles {
    private(set) var files = DraftFiles()

    /// - Parameter patterns: the files that may come; a name may hold one `*`.
    init(_ answer: String, patterns: [String]) {
        var above = ""
        var nameless: [String] = []
        var lines = AnswerParts(answer).text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst() {
            guard let fence = Fence(line) else {
                if line.contains(where: { !$0.isWhitespace }) { above = String(line) }
                continue
            }
            var content: [Substring] = []
            var isClosed = false
            while let inner = lines.popFirst() {
                isClosed = fence.isClosed(by: inner)
                if isClosed { break }
                content.append(inner)
            }
            let text = (isClosed ? content : Self.withoutShortFence(content)).joined(separator: "\n") + "\n"
            if let path = Self.path(in: fence.information, patterns) ?? Self.path(in: above, patterns) {
                files[path] = text
            } else {
                nameless.append(text)
            }
            above = ""
        }
        if files.texts.isEmpty, nameless.count == 1, patterns.count == 1,
            DraftFiles.isAllowed(patterns[0], in: patterns)
        {
            files[patterns[0]] = nameless[0]
        }
    }

    /// A block that goes on to the answer's end, without the line that was to close it: the last one, where it closes no other.
    private static func withoutShortFence(_ content: [Substring]) -> [Substring] {
        guard let last = content.lastIndex(where: { $0.contains { !$0.isWhitespace } }),
            let fence = Fence(content[last]), fence.information.allSatisfy(\.isWhitespace),
            !content.count(where: { Fence($0) != nil }).isMultiple(of: 2)
        else { return content }
        return Array(content[..<last])
    }

    /// The last word of the line that is a path which was asked for, whatever stands around it.
    private static func path(in line: String, _ patterns: [String]) -> String? {
        let words = line.split { !($0.isLetter || $0.isNumber || "./-_".contains($0)) }.map(String.init)
        return words.last { DraftFiles.isAllowed($0, in: patterns) }
    }
}

/// The line that opens a fenced block (CommonMark 0.31, section 4.5).
private struct Fence {
    let mark: Character
    let count: Int
    let information: String

    init?(_ line: Substring) {
        let text = line.drop { $0 == " " }
        guard line.count - text.count < 4, let mark = text.first, mark == "`" || mark == "~" else { return nil }
        let run = text.prefix { $0 == mark }.count
        let information = text.dropFirst(run)
        guard run >= 3, mark == "~" || !information.contains("`") else { return nil }
        (self.mark, count, self.information) = (mark, run, String(information))
    }

    func isClosed(by line: Substring) -> Bool {
        let text = line.drop { $0 == " " }
        let run = text.prefix { $0 == mark }.count
        return line.count - text.count < 4 && run >= count && text.dropFirst(run).allSatisfy(\.isWhitespace)
    }
}
