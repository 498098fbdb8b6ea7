/// Where the strings and comments of Python code are in a text that may be code, words, or both.
///
/// What looks like a token of a chat template or like a fence is none there. Words are full of apostrophes, so a quote counts
/// only where Python could begin a string: not after a letter that is no string prefix (`don't`), and only when it is closed.
package struct QuotedRanges: Sendable {
    package enum Kind: Sendable {
        case string, comment
    }

    private struct Quoted {
        var range: Range<Int>
        var kind: Kind
    }

    /// In order, without overlap.
    private var quoted: [Quoted] = []
    /// A text with more triple quotes that nothing closes is read as if the rest had none.
    private static let mostRestarts = 16

    /// - Parameter bytes: a text in UTF-8 whose lines end in line feeds.
    package init(_ bytes: some Sequence<UInt8>) {
        var reader = QuoteReader(bytes: Array(bytes))
        for _ in 0..<Self.mostRestarts {
            guard let open = reader.read() else { break }
            // Nothing closes the quote: then it opened no string, and what follows it is read anew.
            reader.position = open
        }
        quoted = reader.found.map { Quoted(range: $0.0, kind: $0.1) }
    }

    /// What the byte at `offset` is part of; nil where that is neither.
    package func kind(at offset: Int) -> Kind? {
        var (low, high) = (0, quoted.count)
        while low < high {
            let middle = (low + high) / 2
            if quoted[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < quoted.count, quoted[low].range.contains(offset) else { return nil }
        return quoted[low].kind
    }
}

private struct QuoteReader {
    let bytes: [UInt8]
    var position = 0
    var found: [(Range<Int>, QuotedRanges.Kind)] = []

    /// - Returns: where to go on when a triple quote was never closed.
    mutating func read() -> Int? {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "#"):
                let end = lineEnd(from: position)
                found.append((position..<end, .comment))
                position = end
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard isStart(position) else {
                    position += 1
                    continue
                }
                if isTriple(position) {
                    guard let end = tripleEnd(from: position + 3, mark: bytes[position]) else { return position + 3 }
                    found.append((position..<end, .string))
                    position = end
                } else if let end = stringEnd(from: position) {
                    found.append((position..<end, .string))
                    position = end
                } else {
                    position += 1
                }
            default: position += 1
            }
        }
        return nil
    }

    private func lineEnd(from start: Int) -> Int {
        bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }

    /// Whether Python could begin a string with the quote at `index`: letters before it have to be a prefix such as `rb`.
    private func isStart(_ index: Int) -> Bool {
        var start = index
        while start > 0, index - start < 3, Self.isWordByte(bytes[start - 1]) { start -= 1 }
        let prefix = bytes[start..<index]
        guard !prefix.isEmpty else { return true }
        guard start == 0 || !Self.isWordByte(bytes[start - 1]) else { return false }
        return Self.prefixes.contains(String(decoding: prefix, as: UTF8.self).lowercased())
    }

    private static let prefixes: Set<String> = ["r", "u", "b", "f", "br", "rb", "fr", "rf"]

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte >= 0x80 || (byte >= 0x30 && byte <= 0x39)
            || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    }

    private func isTriple(_ index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index + 1] == bytes[index] && bytes[index + 2] == bytes[index]
    }

    private func tripleEnd(from start: Int, mark: UInt8) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if bytes[index] == mark, isTriple(index) {
                return index + 3
            } else {
                index += 1
            }
        }
        return nil
    }

    private func stringEnd(from start: Int) -> Int? {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
            if bytes[index] == bytes[start] { return index + 1 }
            if bytes[index] == UInt8(ascii: "\\") { index += 1 }
            index += 1
        }
        return nil
    }
}
