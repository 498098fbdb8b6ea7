/// A model's text, divided into its answer and what is none of it: what the model thought, and tokens of a chat template.
///
/// Generated, imported and replayed answers are all read by it, and stored as they came.
package struct AnswerParts: Sendable {
    /// In UTF-8, with line feeds at the ends of lines.
    package private(set) var bytes: [UInt8]
    /// What was taken away, in the order in which it was found.
    package private(set) var removed: [RemovedText] = []

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What the model thought; nil where it shows none.
    package var thinking: String? {
        let thoughts = removed.filter { $0.reason == .thinking }.map(\.text)
        return thoughts.isEmpty ? nil : thoughts.joined(separator: "\n")
    }

    package init(_ text: String) { self.init(Self.withLineFeeds(Array(text.utf8))) }

    /// - Parameter bytes: a text in UTF-8 whose lines end in line feeds.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        for step in [ChatTurns.answer, BareHarmony.answer, PrintedThinking.answer, ThinkingTags.answer] {
            let present = self.bytes
            guard let (answer, removed) = step(present, { QuotedRanges(present) }) else { continue }
            self.bytes = answer
            self.removed += removed
        }
    }

    /// Lines end as Python reads them: a carriage return ends one, with or without a line feed.
    package static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "\r")) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\r") {
                result.append(UInt8(ascii: "\n"))
            } else if byte != UInt8(ascii: "\n") || index == 0 || bytes[index - 1] != UInt8(ascii: "\r") {
                result.append(byte)
            }
        }
        return result
    }
}
