/// Takes the assistant's answer out of a text in which tokens of a chat template are left.
///
/// What a harmony model says on the channel `final` is its answer, and what it says on another is thinking. Without channels the
/// assistant's first turn counts: what follows its end is another turn, made up by a model that nobody stopped.
struct ChatTurns {
    private struct Segment {
        var role = "assistant"
        var channel: String?
        var text: [UInt8] = []

        var isBlank: Bool { Self.isBlank(text) }
        /// Whether there is more to it than thinking.
        var saysSomething: Bool {
            ThinkingTags.answer(in: text, { QuotedRanges(text) }).map { !Self.isBlank($0.answer) } ?? true
        }

        private static func isBlank(_ text: [UInt8]) -> Bool {
            text.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
        }
    }

    private enum State {
        /// What comes now is said.
        case content
        /// Whose turn it is; up to the line's end where no other token ends it.
        case role
        case channelName
        /// Behind the end of a turn.
        case between
    }

    /// - Returns: nil where the text has no token that matters.
    static func answer(
        in bytes: [UInt8], _ quoted: () -> QuotedRanges
    ) -> (answer: [UInt8], removed: [RemovedText])? {
        let tokens = TemplateTokens.tokens(in: bytes, quoted)
        guard !tokens.isEmpty else { return nil }
        var reader = ChatTurns(bytes: bytes)
        reader.read(tokens)
        return reader.chosen()
    }

    private let bytes: [UInt8]
    private var segments = [Segment()]
    private var state = State.content
    private var header: [UInt8] = []
    private var between: [UInt8] = []

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read(_ tokens: [TemplateToken]) {
        var position = 0
        for token in tokens {
            take(bytes[position..<token.range.lowerBound])
            position = token.range.upperBound
            let name = String(decoding: bytes[token.range], as: UTF8.self)
            switch token.meaning {
            case .turn:
                begin(Segment())
                state = .role
            case .turnOf(let role):
                begin(Segment(role: role))
                state = .content
            case .channel:
                if state == .role {
                    closeHeader()
                } else if !(segments.last!.isBlank && segments.last!.channel == nil) || state == .between {
                    begin(Segment(role: segments.last!.role))
                }
                state = .channelName
            case .message:
                // The first token may be the prompt's, which leaves the bare name of the channel.
                if state == .content, segments.last!.channel == nil, let word = word(of: segments.last!.text) {
                    segments[segments.count - 1].channel = word
                    segments[segments.count - 1].text = []
                } else if state != .content {
                    closeHeader()
                }
                state = .content
            case .end:
                if state == .role || state == .channelName { closeHeader() }
                state = .between
            case .noise:
                if name == "<|constrain|>", state == .channelName { header.append(0x20) }
            }
        }
        take(bytes[position...])
        if state == .role || state == .channelName { closeHeader() }
    }

    private mutating func begin(_ segment: Segment) {
        if state == .role || state == .channelName { closeHeader() }
        segments.append(segment)
        header = []
    }

    private mutating func take(_ text: ArraySlice<UInt8>) {
        switch state {
        case .content: segments[segments.count - 1].text += text
        case .between: between += text
        case .channelName: header += text
        case .role:
            guard let end = text.firstIndex(of: UInt8(ascii: "\n")) else {
                header += text
                return
            }
            header += text[..<end]
            closeHeader()
            state = .content
            segments[segments.count - 1].text += text[(end + 1)...]
        }
    }

    private mutating func closeHeader() {
        let name = word(of: header) ?? ""
        header = []
        if state == .role {
            if !name.isEmpty { segments[segments.count - 1].role = name == "model" ? "assistant" : name }
        } else if state == .channelName {
            segments[segments.count - 1].channel = name
        }
    }

    /// The first word of a header; nil where the text is more than a header can be.
    private func word(of text: [UInt8]) -> String? {
        guard text.count <= 64 else { return nil }
        let words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard let first = words.first, words.count <= 3 else { return nil }
        return first.lowercased()
    }

    private func chosen() -> (answer: [UInt8], removed: [RemovedText]) {
        let spoken = segments.indices.filter { segments[$0].role == "assistant" && !segments[$0].isBlank }
        let answer =
            if segments.contains(where: { $0.channel != nil }) {
                spoken.last { segments[$0].channel?.hasPrefix("final") == true }
                    ?? spoken.last { segments[$0].channel == nil }
                    ?? spoken.last { segments[$0].channel == "commentary" }
            } else {
                // A thought may stand in front of the turn's own tokens.
                spoken.first { segments[$0].saysSomething } ?? spoken.first
            }
        var removed: [RemovedText] = []
        for (index, segment) in segments.enumerated() where index != answer && !segment.isBlank {
            let isThinking = segment.role == "assistant" && segment.channel != nil
            removed.append(
                RemovedText(String(decoding: segment.text, as: UTF8.self), isThinking ? .thinking : .token))
        }
        if between.contains(where: { $0 > 0x20 }) {
            removed.append(RemovedText(String(decoding: between, as: UTF8.self), .token))
        }
        return (answer.map { segments[$0].text } ?? [], removed)
    }
}
