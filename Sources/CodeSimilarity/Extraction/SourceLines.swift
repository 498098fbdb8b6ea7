/// A text as bytes, and where its lines are.
struct SourceLines: Sendable {
    let bytes: [UInt8]
    /// The lines without their line breaks.
    let lines: [Range<Int>]

    init(_ text: String) {
        self.init(Array(text.utf8))
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var lines: [Range<Int>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            let end = index > start && bytes[index - 1] == UInt8(ascii: "\r") ? index - 1 : index
            lines.append(start..<end)
            start = index + 1
        }
        if start < bytes.count { lines.append(start..<bytes.count) }
        self.lines = lines
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The number of blanks that a range begins with.
    func indentation(of range: Range<Int>) -> Int {
        bytes[range].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    }

    /// The number of blanks that a range ends with.
    func trailingBlanks(of range: Range<Int>) -> Int {
        bytes[range].reversed().prefix { $0 == UInt8(ascii: " ") || ($0 >= 0x09 && $0 <= 0x0D) }.count
    }

    func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == UInt8(ascii: " ") || ($0 >= 0x09 && $0 <= 0x0D) }
    }

    /// Whether a comment is all that stands in a range.
    func isComment(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound + indentation(of: range)
        return start < range.upperBound && bytes[start] == UInt8(ascii: "#")
    }

    func hasPrefix(_ prefix: StaticString, at index: Int, in range: Range<Int>) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard index + count <= range.upperBound else { return false }
        return (0..<count).allSatisfy { bytes[index + $0] == prefix.utf8Start[$0] }
    }
}
