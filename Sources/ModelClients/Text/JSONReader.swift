/// Reads JSON as servers write it, which is a little more than the standard has: a byte-order mark, `NaN` and `Infinity`,
/// unescaped control characters in texts, bytes that are no UTF-8 (they become U+FFFD), and half of a surrogate pair.
///
/// No Swift text can hold half of a pair. It stays as the six characters of its escape, `\ud83d`: nothing is lost, and in a
/// literal of Python they mean the character that was sent.
package struct JSONReader {
    package enum Problem: Error, Hashable {
        /// The text ends before the value does.
        case cutOff
        case malformed
        case tooDeep
        case empty
    }

    private static let deepest = 200

    private let bytes: [UInt8]
    private var position = 0

    /// - Throws: `Problem`.
    package static func read(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
        reader.skipSpace()
        guard reader.position < bytes.count else { throw .empty }
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw .malformed }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value(depth: Int) throws(Problem) -> JSONValue {
        guard depth < Self.deepest else { throw .tooDeep }
        switch try next() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "N"): return try word("NaN", .number(.nan))
        case UInt8(ascii: "I"): return try word("Infinity", .number(.infinity))
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(Problem) -> JSONValue {
        var members: [String: JSONValue] = [:]
        position += 1
        skipSpace()
        if try next() == UInt8(ascii: "}") {
            position += 1
            return .object(members)
        }
        while true {
            skipSpace()
            guard try next() == UInt8(ascii: "\"") else { throw .malformed }
            let name = try string()
            skipSpace()
            try take(UInt8(ascii: ":"))
            skipSpace()
            members[name] = try value(depth: depth + 1)
            skipSpace()
            if try next() == UInt8(ascii: "}") {
                position += 1
                return .object(members)
            }
            try take(UInt8(ascii: ","))
        }
    }

    private mutating func array(depth: Int) throws(Problem) -> JSONValue {
        var elements: [JSONValue] = []
        position += 1
        skipSpace()
        if try next() == UInt8(ascii: "]") {
            position += 1
            return .array(elements)
        }
        while true {
            skipSpace()
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if try next() == UInt8(ascii: "]") {
                position += 1
                return .array(elements)
            }
            try take(UInt8(ascii: ","))
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Problem) -> JSONValue {
        for byte in word.utf8 { try take(byte) }
        return value
    }

    private mutating func number() throws(Problem) -> JSONValue {
        let start = position
        while position < bytes.count, Self.numerals.contains(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if text == "-", position < bytes.count, bytes[position] == UInt8(ascii: "I") {
            return try word("Infinity", .number(-.infinity))
        }
        guard let number = Double(text) else { throw position == bytes.count ? .cutOff : .malformed }
        return .number(number)
    }

    private static let numerals = Set("0123456789+-.eE".utf8)

    private mutating func string() throws(Problem) -> String {
        position += 1
        var text: [UInt8] = []
        while true {
            let start = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
                position += 1
            }
            text += bytes[start..<position]
            if try next() == UInt8(ascii: "\"") {
                position += 1
                return String(decoding: text, as: UTF8.self)
            }
            position += 1
            try escape(into: &text)
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(Problem) {
        let letter = try next()
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "u"):
            let digits = bytes[position..<min(position + 4, bytes.count)]
            let unit = try codeUnit()
            if let scalar = Unicode.Scalar(UInt32(unit)) {
                text += UTF8.encode(scalar)!
            } else if let low = lowSurrogate(after: unit) {
                text += UTF8.encode(Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))!)!
            } else {
                text += Array("\\u".utf8) + digits
            }
        default: throw .malformed
        }
    }

    private mutating func codeUnit() throws(Problem) -> UInt16 {
        guard position + 4 <= bytes.count else { throw .cutOff }
        var unit: UInt16 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw .malformed }
            unit = unit << 4 | UInt16(digit)
        }
        position += 4
        return unit
    }

    /// The other half of a pair, when `unit` is its first half and the other one follows.
    private mutating func lowSurrogate(after unit: UInt16) -> UInt16? {
        guard (0xD800...0xDBFF).contains(unit), position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return nil }
        let start = position
        position += 2
        if let low = try? codeUnit(), (0xDC00...0xDFFF).contains(low) { return low }
        position = start
        return nil
    }

    private mutating func take(_ byte: UInt8) throws(Problem) {
        guard try next() == byte else { throw .malformed }
        position += 1
    }

    private func next() throws(Problem) -> UInt8 {
        guard position < bytes.count else { throw .cutOff }
        return bytes[position]
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }
}
