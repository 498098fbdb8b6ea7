/// White space as Python's `str.strip` and `str.split` see it, in UTF-8.
enum Whitespace {
    /// The length in bytes of the white space character at `index`, 0 when there is none.
    @inline(__always)
    static func length(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = text[index]
        if byte < 0x80 {
            return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x1F) ? 1 : 0
        }
        return byte >= 0xC2 && byte <= 0xE3 ? lengthBeyondASCII(in: text, at: index) : 0
    }

    private static func lengthBeyondASCII(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        guard index + 1 < text.count else { return 0 }
        let second = text[index + 1]
        if text[index] == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
        guard index + 2 < text.count else { return 0 }
        let third = text[index + 2]
        switch (text[index], second) {
        case (0xE1, 0x9A): return third == 0x80 ? 3 : 0  // U+1680
        case (0xE2, 0x80):  // U+2000 to U+200A, U+2028, U+2029, U+202F
            return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
        case (0xE2, 0x81): return third == 0x9F ? 3 : 0  // U+205F
        case (0xE3, 0x80): return third == 0x80 ? 3 : 0  // U+3000
        default: return 0
        }
    }

    /// The part of `text` without white space at either end.
    static func stripped(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        while start < text.count {
            let length = length(in: text, at: start)
            if length == 0 { break }
            start += length
        }
        var end = text.count
        while end > start {
            var last = end - 1
            while last > start, text[last] & 0xC0 == 0x80 { last -= 1 }
            let length = length(in: text, at: last)
            if length == 0 || last + length != end { break }
            end = last
        }
        return UnsafeBufferPointer(rebasing: text[start..<end])
    }
}
