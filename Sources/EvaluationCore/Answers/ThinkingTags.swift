/// A tag around what a model thought, or around its answer.
private struct AnswerTag {
    enum Meaning {
        case thought, answer
        /// Around code, of which there may be several pieces.
        case code
    }

    var range: Range<Int>
    var meaning: Meaning
    var isClosing: Bool
}

/// Cuts what a model thought from its answer, and the tags around the answer.
///
/// Many spellings are known (`<think>`, `<thinking>`, `[THINK]`, `◁think▷`, `<|begin_of_thought|>` …). A text that begins with an opened
/// thought is thought until the tag that closes it, all of it when that never comes. Some chat templates put the opening tag into the
/// prompt; then a closing tag without one ends the thought.
struct ThinkingTags {
    private let bytes: [UInt8]
    private let quoted: QuotedRanges
    private var kept: [Range<Int>] = []
    private var removed: [RemovedText] = []

    /// - Returns: nil where the text has no such tags.
    static func answer(
        in bytes: [UInt8], _ quoted: () -> QuotedRanges
    ) -> (answer: [UInt8], removed: [RemovedText])? {
        let marks: Set<UInt8> = [UInt8(ascii: "<"), UInt8(ascii: "["), 0xE2, UInt8(ascii: "&")]
        guard bytes.contains(where: { marks.contains($0) }) else { return nil }
        var reader = ThinkingTags(bytes: bytes, quoted: quoted())
        let tags = reader.tags()
        guard !tags.isEmpty else { return nil }
        reader.read(tags)
        return (reader.kept.flatMap { bytes[$0] }, reader.removed)
    }

    private init(bytes: [UInt8], quoted: QuotedRanges) {
        self.bytes = bytes
        self.quoted = quoted
    }

    private mutating func read(_ tags: [AnswerTag]) {
        var position = 0
        var openTag: AnswerTag?
        for (index, tag) in tags.enumerated() {
            if tag.range.lowerBound < position { continue }
            if let open = openTag {
                // Within a thought a tag is one unless it is quoted as such.
                if tag.meaning == .thought, tag.isClosing, !isNamed(tag.range) {
                    remove(open.range.lowerBound..<tag.range.upperBound, .thinking)
                    position = tag.range.upperBound
                    openTag = nil
                    continue
                }
                guard beginsAnswer(tag, tags[(index + 1)...]) else { continue }
                remove(open.range.lowerBound..<tag.range.lowerBound, .thinking)
                position = tag.range.lowerBound
                openTag = nil
            }
            guard quoted.kind(at: tag.range.lowerBound) == nil else { continue }
            switch (tag.meaning, tag.isClosing) {
            case (.thought, false):
                let isClosed = tags[(index + 1)...].contains { $0.meaning == .thought && $0.isClosing }
                guard isClosed || beginsLine(tag.range.lowerBound, after: position) else { continue }
                keep(position..<tag.range.lowerBound)
                openTag = tag
                position = tag.range.upperBound
            case (.thought, true):
                // Where nothing follows, what stands before it is all the answer that there is.
                guard hasText(tag.range.upperBound..<bytes.count) else { continue }
                keep(position..<tag.range.lowerBound)
                forget(.thinking)
                position = tag.range.upperBound
            case (let meaning, let isClosing):
                guard beginsLine(tag.range.lowerBound, after: position) || endsLine(tag.range.upperBound) else {
                    continue
                }
                keep(position..<tag.range.lowerBound)
                position = tag.range.upperBound
                guard meaning == .answer else {
                    continue
                }
                if !isClosing, hasText(position..<bytes.count) { forget(.words) }
                if isClosing, kept.contains(where: hasText) {
                    // What follows the answer's end is about it, or the next thought.
                    remove(position..<bytes.count, .words)
                    return
                }
            }
        }
        if let open = openTag {
            remove(open.range.lowerBound..<bytes.count, .thinking)
        } else {
            keep(position..<bytes.count)
        }
    }

    /// Whether an answer begins although the thought before it was never closed.
    private func beginsAnswer(_ tag: AnswerTag, _ following: ArraySlice<AnswerTag>) -> Bool {
        tag.meaning == .answer && !tag.isClosing && beginsLine(tag.range.lowerBound, after: 0)
            && !following.contains { tag in
                tag.meaning == .thought && tag.isClosing && quoted.kind(at: tag.range.lowerBound) != .string
            }
    }

    private mutating func keep(_ range: Range<Int>) {
        if !range.isEmpty { kept.append(range) }
    }

    /// What was kept so far is none of the answer.
    private mutating func forget(_ reason: RemovedText.Reason) {
        for range in kept { remove(range, reason) }
        kept = []
    }

    private mutating func remove(_ range: Range<Int>, _ reason: RemovedText.Reason) {
        guard hasText(range) else { return }
        removed.append(RemovedText(String(decoding: bytes[range], as: UTF8.self), reason))
    }

    // MARK: - Places

    private func hasText(_ range: Range<Int>) -> Bool { bytes[range].contains { $0 > 0x20 } }

    private func beginsLine(_ index: Int, after position: Int) -> Bool {
        let lineStart = bytes[..<index].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return !hasText(max(lineStart, position)..<index)
    }

    private func endsLine(_ index: Int) -> Bool {
        let lineEnd = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        return !hasText(index..<lineEnd)
    }

    /// Whether a tag is named rather than used: `"</think>"`.
    private func isNamed(_ range: Range<Int>) -> Bool {
        guard range.lowerBound > 0, range.upperBound < bytes.count else { return false }
        let marks: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")]
        return marks.contains(bytes[range.lowerBound - 1]) && bytes[range.upperBound] == bytes[range.lowerBound - 1]
    }

    // MARK: - Spellings

    private static let thoughts: Set<String> = [
        "think", "thinking", "thought", "thoughts", "reasoning", "reason", "analysis", "scratchpad", "reflection",
        "monologue", "inner_monologue", "internal_monologue", "deliberation", "cot", "chain_of_thought", "rationale",
    ]
    private static let answers: Set<String> = [
        "answer", "final_answer", "final", "solution", "response",
    ]
    private static let codes: Set<String> = ["code", "python", "output", "result"]
    private static let brackets: [(open: [UInt8], close: [UInt8])] = [
        ("<|", "|>"), ("<｜", "｜>"), ("&lt;", "&gt;"), ("<", ">"), ("[", "]"), ("◁", "▷"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
    private static let longest = 64

    private func tags() -> [AnswerTag] {
        var result: [AnswerTag] = []
        var index = 0
        while index < bytes.count {
            if let tag = tag(at: index) {
                result.append(tag)
                index = tag.range.upperBound
            } else {
                index += 1
            }
        }
        return result
    }

    private func tag(at index: Int) -> AnswerTag? {
        let byte = bytes[index]
        guard byte == UInt8(ascii: "<") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "&") || byte == 0xE2,
            let (open, close) = Self.brackets.first(where: { bytes[index...].starts(with: $0.open) })
        else { return nil }
        let start = index + open.count
        var end = start
        while end < bytes.count, end - start <= Self.longest, !bytes[end...].starts(with: close) {
            guard bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "<") else { return nil }
            end += 1
        }
        guard end < bytes.count, end - start <= Self.longest, end > start else { return nil }
        let range = index..<end + close.count
        let inside = String(decoding: bytes[start..<end], as: UTF8.self)
        // `x[think]` is Python; a model that writes brackets writes capitals.
        if open == [UInt8(ascii: "[")], inside != inside.uppercased() { return nil }
        return Self.meaning(of: inside.lowercased()).map {
            AnswerTag(range: range, meaning: $0.meaning, isClosing: $0.isClosing)
        }
    }

    /// Of what stands between the brackets, in lower case: `think`, `/think`, `ns:think`, `think effort="low"`, `end_of_thought`.
    private static func meaning(of text: String) -> (meaning: AnswerTag.Meaning, isClosing: Bool)? {
        var words = text.split(separator: " ")[...]
        guard var name = words.popFirst() else { return nil }
        var isClosing = false
        if name == "/", let next = words.popFirst() { (name, isClosing) = (next, true) }
        if name.hasPrefix("/") { (name, isClosing) = (name.dropFirst(), true) }
        if let colon = name.lastIndex(of: ":") { name = name[name.index(after: colon)...] }
        for prefix in ["begin_of_", "start_of_", "start_", "begin_"] where name.hasPrefix(prefix) {
            name = name.dropFirst(prefix.count)
        }
        for prefix in ["end_of_", "end_"] where name.hasPrefix(prefix) {
            (name, isClosing) = (name.dropFirst(prefix.count), true)
        }
        // Attributes are the only thing that may follow the name.
        guard words.allSatisfy({ $0.contains("=") || $0 == "/" }) else { return nil }
        if thoughts.contains(String(name)) { return (.thought, isClosing) }
        if answers.contains(String(name)), words.isEmpty { return (.answer, isClosing) }
        if codes.contains(String(name)), words.isEmpty { return (.code, isClosing) }
        return nil
    }
}
