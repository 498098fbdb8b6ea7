import EvaluationCore

/// The files in a model's answer: each in a fenced block that names it, in its info string or in the line above.
struct AnsweredFiles {
    private(set) var files = DraftFiles()

    /// - Parameter patterns: the files that may come; a name may hold one `*`.
    init(_ answer: String, patterns: [String]) {
        var above = ""
        var lines = AnswerParts(answer).text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst() {
            guard let fence = Fence(line) else {
                if line.contains(where: { !$0.isWhitespace }) { above = String(line) }
                continue
            }
            var content: [Substring] = []
            while let inner = lines.popFirst(), !fence.isClosed(by: inner) { content.append(inner) }
            if let path = Self.path(in: fence.information, patterns) ?? Self.path(in: above, patterns) {
                files[path] = content.joined(separator: "\n") + "\n"
            }
            above = ""
        }
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
