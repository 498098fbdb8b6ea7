extension CommentRemoval {
    mutating func readPrefixedString(at start: Int, in line: Range<Int>) -> Int? {
        var quote = start
        var letters: (r: Int, other: Int) = (0, 0)
        while quote < line.upperBound, quote - start < 3 {
            switch text[quote] | 0x20 {
            case UInt8(ascii: "r"): letters.r += 1
            case UInt8(ascii: "b"), UInt8(ascii: "f"): letters.other += 1
            case UInt8(ascii: "u"): letters.other += quote == start ? 1 : 2
            case UInt8(ascii: "'") | 0x20, UInt8(ascii: "\"") | 0x20:
                // `|` folds the quotes onto other characters: look again.
                guard text[quote] == UInt8(ascii: "'") || text[quote] == UInt8(ascii: "\"") else { return nil }
                let isUnicode = text[start] | 0x20 == UInt8(ascii: "u")
                guard letters.r <= 1, letters.other <= 1, !(isUnicode && quote - start > 1) else { return nil }
                return readString(at: start, quote: quote, in: line)
            default: return nil
            }
            quote += 1
        }
        return nil
    }

    /// Reads a string whose prefix begins at `start`; opens it when it goes on beyond the line.
    mutating func readString(at start: Int, quote: Int, in line: Range<Int>) -> Int? {
        let mark = text[quote]
        let isTriple = quote + 2 < line.upperBound && text[quote + 1] == mark && text[quote + 2] == mark
        if isTriple {
            let string = OpenString(start: start, lineStart: line.lowerBound, quote: mark, isTriple: true)
            if let end = endOfString(string, in: quote + 3..<line.upperBound) {
                writeString(start..<end, lineStart: line.lowerBound)
                return end
            }
            openString = string
            return line.upperBound
        }
        var position = quote + 1
        while position < line.upperBound {
            switch text[position] {
            case mark:
                writeString(start..<position + 1, lineStart: line.lowerBound)
                return position + 1
            case UInt8(ascii: "\n"): return nil
            case UInt8(ascii: "\\"):
                if let end = lineBreak(at: position + 1, in: line) {
                    openString = OpenString(start: start, lineStart: line.lowerBound, quote: mark, isTriple: false)
                    needsBackslash = true
                    return end
                }
                position += 2
            default: position += 1
            }
        }
        return nil
    }

    func endOfString(_ string: OpenString, in line: Range<Int>) -> Int? {
        var position = line.lowerBound
        while position < line.upperBound {
            let byte = text[position]
            if byte == UInt8(ascii: "\\") {
                guard position + 1 < line.upperBound, text[position + 1] != UInt8(ascii: "\n") else { return nil }
                position += 2
            } else if byte == string.quote {
                if !string.isTriple { return position + 1 }
                if position + 2 < line.upperBound, text[position + 1] == byte, text[position + 2] == byte {
                    return position + 3
                }
                position += 1
            } else {
                position += 1
            }
        }
        return nil
    }
}
