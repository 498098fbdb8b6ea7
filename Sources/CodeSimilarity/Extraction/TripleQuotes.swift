/// Follows triple-quoted strings from line to line.
struct TripleQuotes {
    private var open: UInt8?

    var isOpen: Bool { open != nil }

    mutating func read(_ line: ArraySlice<UInt8>) {
        var index = line.startIndex
        while index < line.endIndex {
            let byte = line[index]
            let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            let isTriple = isQuote && index + 2 < line.endIndex && line[index + 1] == byte && line[index + 2] == byte
            if let mark = open {
                if byte == UInt8(ascii: "\\") {
                    index += 2
                } else if isTriple, byte == mark {
                    open = nil
                    index += 3
                } else {
                    index += 1
                }
            } else if byte == UInt8(ascii: "#") {
                return
            } else if isTriple {
                open = byte
                index += 3
            } else if isQuote {
                index = endOfString(in: line, from: index)
            } else {
                index += 1
            }
        }
    }

    /// An apostrophe that nothing closes is no string.
    private func endOfString(in line: ArraySlice<UInt8>, from start: Int) -> Int {
        var index = start + 1
        while index < line.endIndex {
            if line[index] == line[start] { return index + 1 }
            index += line[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return start + 1
    }
}
