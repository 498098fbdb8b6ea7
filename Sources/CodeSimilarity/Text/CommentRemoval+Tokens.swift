extension CommentRemoval {
    mutating func readTokens(from start: Int, in line: Range<Int>) {
        var position = start
        while position < line.upperBound {
            var token = position
            while token < line.upperBound, Self.isBlank(text[token]) { token += 1 }
            guard token < line.upperBound else { return }
            guard let end = readToken(at: token, in: line) else {
                // `tokenize` gives up the match with the white space before it, which is then kept as it is.
                let scalar = Self.scalarLength(text[position])
                write(position..<min(position + scalar, line.upperBound), lineStart: line.lowerBound)
                position += scalar
                continue
            }
            position = end
        }
    }

    /// - Returns: where the token ends; nil when none begins here.
    mutating func readToken(at start: Int, in line: Range<Int>) -> Int? {
        let byte = text[start]
        if Self.isWord(byte) {
            if let end = readPrefixedString(at: start, in: line) { return end }
            return writeWord(at: start, in: line)
        }
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return readString(at: start, quote: start, in: line)
        case UInt8(ascii: "#"):
            var end = start
            while end < line.upperBound, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") { end += 1 }
            pad(to: start, lineStart: line.lowerBound)
            lastEnd = end
            previous = .other
            return end
        case UInt8(ascii: "\n"): return writeNewline(start..<start + 1, line)
        case UInt8(ascii: "\r"):
            guard start + 1 < line.upperBound, text[start + 1] == UInt8(ascii: "\n") else { return nil }
            return writeNewline(start..<start + 2, line)
        case UInt8(ascii: "\\"):
            guard let end = lineBreak(at: start + 1, in: line) else { return nil }
            isContinued = true
            return end
        case UInt8(ascii: "!"):
            guard start + 1 < line.upperBound, text[start + 1] == UInt8(ascii: "=") else { return nil }
            write(start..<start + 2, lineStart: line.lowerBound)
            return start + 2
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): parentheses += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): parentheses -= 1
        case _ where Self.isOperator(byte): break
        case _ where byte >= 0x80 && isWordScalar(at: start): return writeWord(at: start, in: line)
        default: return nil
        }
        write(start..<start + 1, lineStart: line.lowerBound)
        return start + 1
    }

    mutating func writeNewline(_ range: Range<Int>, _ line: Range<Int>) -> Int {
        write(range, lineStart: line.lowerBound)
        if parentheses <= 0 { previous = .newline }
        return range.upperBound
    }

    mutating func writeWord(at start: Int, in line: Range<Int>) -> Int {
        var end = start
        while end < line.upperBound {
            if Self.isWord(text[end]) {
                end += 1
            } else if text[end] >= 0x80, isWordScalar(at: end) {
                end += Self.scalarLength(text[end])
            } else {
                break
            }
        }
        write(start..<end, lineStart: line.lowerBound)
        return end
    }

    func lineBreak(at index: Int, in line: Range<Int>) -> Int? {
        guard index < line.upperBound else { return nil }
        if text[index] == UInt8(ascii: "\n") { return index + 1 }
        guard text[index] == UInt8(ascii: "\r"), index + 1 < line.upperBound, text[index + 1] == UInt8(ascii: "\n")
        else { return nil }
        return index + 2
    }
}

// MARK: - Characters

extension CommentRemoval {
    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0C
    }

    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "_")
    }

    static func isOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"),
            UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "^"),
            UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// The length in bytes of the character that begins with `byte`.
    static func scalarLength(_ byte: UInt8) -> Int {
        byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    /// Whether the character beyond ASCII at `index` is a letter or a number, as `\w` has it.
    func isWordScalar(at index: Int) -> Bool {
        let end = min(index + Self.scalarLength(text[index]), text.count)
        let characters = String(decoding: UnsafeBufferPointer(rebasing: text[index..<end]), as: UTF8.self)
        guard let scalar = characters.unicodeScalars.first else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return scalar.properties.numericType != nil
        }
    }
}
