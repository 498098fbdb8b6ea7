/// A token of a chat template that a server let through as text.
struct TemplateToken {
    enum Meaning: Hashable {
        /// Somebody's turn begins; who it is stands behind the token, up to the next token or the line's end.
        case turn
        /// The turn of the one who is named begins.
        case turnOf(String)
        /// The name of a harmony channel follows.
        case channel
        /// The header ends, what is said begins.
        case message
        /// What is said ends.
        case end
        /// Says nothing about the text around it.
        case noise
    }

    /// Of bytes.
    var range: Range<Int>
    var meaning: Meaning
}

/// Finds the tokens of chat templates: those in `<|…|>` and `<｜…｜>`, of any name, and the older ones by name.
///
/// None is found in strings of Python code. In a comment one counts only where nothing but tokens follows: the end of an
/// answer may well stand behind a comment.
struct TemplateTokens {
    private let bytes: [UInt8]
    private let quoted: QuotedRanges

    static func tokens(in bytes: [UInt8], _ quoted: () -> QuotedRanges) -> [TemplateToken] {
        // Most answers have none of the characters that a token begins with.
        guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "[") }) else { return [] }
        let finder = TemplateTokens(bytes: bytes, quoted: quoted())
        return finder.withoutMentions(finder.candidates())
    }

    private func candidates() -> [TemplateToken] {
        var found: [TemplateToken] = []
        var index = 0
        while index < bytes.count {
            let isOpening = bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "[")
            guard isOpening, let token = token(at: index, after: found.last?.range.upperBound ?? 0) else {
                index += 1
                continue
            }
            found.append(token)
            index = token.range.upperBound
        }
        return found
    }

    private func withoutMentions(_ tokens: [TemplateToken]) -> [TemplateToken] {
        var kept: [TemplateToken] = []
        var following = bytes.count
        for token in tokens.reversed() {
            switch quoted.kind(at: token.range.lowerBound) {
            case .string: continue
            case .comment:
                guard isBlank(token.range.upperBound..<following) else { continue }
            case nil: break
            }
            kept.append(token)
            if isBlank(token.range.upperBound..<following) { following = token.range.lowerBound }
        }
        return kept.reversed()
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    }

    // MARK: - Names

    private static let longestName = 48
    private static let wideBar = Array("｜".utf8)

    private func token(at index: Int, after last: Int) -> TemplateToken? {
        if let (name, end) = barred(at: index) {
            return Self.meaning(of: name).map { TemplateToken(range: index..<end, meaning: $0) }
        }
        for token in Self.named where bytes[index...].starts(with: token.text) {
            let range = index..<index + token.text.count
            // `a <s> b` and `x[INST]` are Python: such a token has to stand where code cannot go on.
            if token.isAmbiguous, !isAtEdge(range, after: last) { return nil }
            return TemplateToken(range: range, meaning: token.meaning)
        }
        return nil
    }

    /// `<|name|>` or `<｜name｜>`: its name and where it ends.
    private func barred(at index: Int) -> (name: String, end: Int)? {
        guard bytes[index] == UInt8(ascii: "<") else { return nil }
        let bars = [[UInt8(ascii: "|")], Self.wideBar]
        guard let bar = bars.first(where: { bytes[(index + 1)...].starts(with: $0) }) else { return nil }
        let start = index + 1 + bar.count
        var end = start
        while end < bytes.count, end - start <= Self.longestName {
            if bytes[end...].starts(with: bar), end + bar.count < bytes.count,
                bytes[end + bar.count] == UInt8(ascii: ">")
            {
                guard end > start else { return nil }
                return (String(decoding: bytes[start..<end], as: UTF8.self).lowercased(), end + bar.count + 1)
            }
            guard bytes[end] > 0x20, bytes[end] != UInt8(ascii: "<") else { return nil }
            end += 1
        }
        return nil
    }

    /// At the text's beginning, alone on its line, behind a fence, or at the end of the last line.
    private func isAtEdge(_ range: Range<Int>, after last: Int) -> Bool {
        let lineStart = bytes[..<range.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let lineEnd = bytes[range.upperBound...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let beginsLine = isBlank(max(lineStart, min(last, range.lowerBound))..<range.lowerBound)
        let followsFence =
            range.lowerBound >= 3 && bytes[(range.lowerBound - 3)..<range.lowerBound].allSatisfy { $0 == 0x60 }
        return followsFence || (beginsLine && (isBlank(0..<range.lowerBound) || isBlank(range.upperBound..<lineEnd)))
            || isBlank(range.upperBound..<bytes.count) || (beginsLine && last > lineStart)
    }

    /// - Returns: nil for marks of thinking, which are read elsewhere.
    private static func meaning(of name: String) -> TemplateToken.Meaning? {
        let isThinking = ["think", "thought", "reasoning"].contains { name.contains($0) }
        if isThinking { return nil }
        if ["solution", "response", "answer"].contains(where: { name.contains($0) }) { return .noise }
        switch name {
        case "start", "im_start", "start_header_id", "start_of_role", "start_of_turn", "turn_start": return .turn
        case "channel": return .channel
        case "message", "end_header_id", "end_of_role": return .message
        case "return", "call", "eom", "stop": return .end
        case "assistant", "model", "bot", "chatbot_token", "chatbot": return .turnOf("assistant")
        case "user", "system", "observation", "user_token", "system_token", "tool": return .turnOf(name)
        default: break
        }
        let ends = ["end", "eo", "file_sep", "file_separator", "fim_pad", "pad"]
        return ends.contains { name.hasPrefix($0) } || name.hasSuffix("_end") || name.hasSuffix("_sep") || name == "eos"
            ? .end : name == "im_sep" ? .message : .noise
    }

    private struct Named {
        var text: [UInt8]
        var meaning: TemplateToken.Meaning
        var isAmbiguous: Bool

        init(_ text: String, _ meaning: TemplateToken.Meaning, isAmbiguous: Bool = true) {
            self.text = Array(text.utf8)
            self.meaning = meaning
            self.isAmbiguous = isAmbiguous
        }
    }

    private static let named: [Named] = [
        Named("</s>", .end, isAmbiguous: false), Named("<s>", .noise), Named("<eos>", .end), Named("<bos>", .noise),
        Named("<pad>", .end), Named("<unk>", .noise), Named("<EOT>", .end), Named("<EOD>", .end),
        Named("<start_of_turn>", .turn, isAmbiguous: false), Named("<end_of_turn>", .end, isAmbiguous: false),
        Named("<end_of_utterance>", .end), Named("<file_sep>", .end), Named("<fim_prefix>", .noise),
        Named("<fim_middle>", .noise), Named("<fim_suffix>", .end), Named("<fim_pad>", .end), Named("[EOS]", .end),
        Named("[INST]", .turnOf("user")), Named("[/INST]", .turnOf("assistant"), isAmbiguous: false),
    ]
}
