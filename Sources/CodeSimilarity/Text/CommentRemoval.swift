/// Removes comments and docstrings as the reference implementation of CodeBLEU does: the text is cut into the tokens of
/// CPython's `tokenize` (up to version 3.11), and written again without comments, without strings that begin a
/// statement, without blank lines, and with one space for every white space character between tokens.
///
/// What it does to code that leaves only some kinds of white space or strings in place is part of the definition: a
/// tab that indents a later line of a block becomes one space, and a string that begins an expression statement is
/// dropped even when something follows it.
struct CommentRemoval {
    /// What came before a string decides whether it is taken for a docstring.
    private enum Previous { case indent, newline, other }

    /// A string that goes on beyond its line.
    private struct OpenString {
        var start: Int
        var lineStart: Int
        var quote: UInt8
        var isTriple: Bool
    }

    private let text: UnsafeBufferPointer<UInt8>
    private var output: ContiguousArray<UInt8>
    private var previous = Previous.indent
    private var lastEnd = 0
    private var parentheses = 0
    private var isContinued = false
    /// Set by the first backslash-continued string and cleared only when a string ends well, as in `tokenize`.
    private var needsBackslash = false
    private var openString: OpenString?
    private var indents = [0]

    /// - Returns: false when the text cannot be cut into tokens; it is then left as it is and `output` means nothing.
    static func remove(from text: UnsafeBufferPointer<UInt8>, into output: inout ContiguousArray<UInt8>) -> Bool {
        output.removeAll(keepingCapacity: true)
        output.reserveCapacity(text.count + 16)
        var removal = CommentRemoval(text: text, output: output)
        output = []
        let succeeded = removal.readLines()
        output = removal.output
        if succeeded { dropBlankLines(of: &output) }
        return succeeded
    }

    private init(text: UnsafeBufferPointer<UInt8>, output: ContiguousArray<UInt8>) {
        self.text = text
        self.output = output
    }

    private mutating func readLines() -> Bool {
        var lineStart = 0
        while lineStart < text.count {
            var lineEnd = lineStart
            while lineEnd < text.count, text[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
            if lineEnd < text.count { lineEnd += 1 }
            var position = lineStart
            if let open = openString {
                guard let end = endOfString(open, in: lineStart..<lineEnd) else {
                    if needsBackslash, !endsWithBackslash(lineStart..<lineEnd) {
                        write(open.start..<lineEnd, lineStart: open.lineStart)
                        openString = nil
                    }
                    lineStart = lineEnd
                    continue
                }
                writeString(open.start..<end, lineStart: open.lineStart)
                openString = nil
                needsBackslash = false
                position = end
            } else if parentheses == 0, !isContinued {
                switch beginStatement(lineStart..<lineEnd) {
                case .blank:
                    lineStart = lineEnd
                    continue
                case .end: return true
                case .failure: return false
                case .statement(let start): position = start
                }
            } else {
                isContinued = false
            }
            readTokens(from: position, in: lineStart..<lineEnd)
            lineStart = lineEnd
        }
        return openString == nil && parentheses == 0 && !isContinued
    }
}

// MARK: - Lines

extension CommentRemoval {
    private enum Beginning {
        case blank, end, failure
        case statement(Int)
    }

    private mutating func beginStatement(_ line: Range<Int>) -> Beginning {
        var column = 0
        var position = line.lowerBound
        scan: while position < line.upperBound {
            switch text[position] {
            case UInt8(ascii: " "): column += 1
            case UInt8(ascii: "\t"): column = (column / 8 + 1) * 8
            case 0x0C: column = 0
            default: break scan
            }
            position += 1
        }
        guard position < line.upperBound else { return .end }
        let first = text[position]
        if first == UInt8(ascii: "#") || first == UInt8(ascii: "\r") || first == UInt8(ascii: "\n") {
            skipBlankLine(from: position, in: line)
            return .blank
        }
        if column > indents[indents.count - 1] {
            indents.append(column)
            write(line.lowerBound..<position, lineStart: line.lowerBound)
            previous = .indent
        }
        while column < indents[indents.count - 1] {
            guard indents.contains(column) else { return .failure }
            indents.removeLast()
            pad(to: position, lineStart: line.lowerBound)
            lastEnd = position
            previous = .other
        }
        return .statement(position)
    }

    private mutating func skipBlankLine(from position: Int, in line: Range<Int>) {
        var position = position
        if text[position] == UInt8(ascii: "#") {
            pad(to: position, lineStart: line.lowerBound)
            position = line.upperBound
            while text[position - 1] == UInt8(ascii: "\n") || text[position - 1] == UInt8(ascii: "\r") { position -= 1 }
            lastEnd = position
        }
        write(position..<line.upperBound, lineStart: line.lowerBound)
    }

    private func endsWithBackslash(_ line: Range<Int>) -> Bool {
        guard line.count >= 2, text[line.upperBound - 1] == UInt8(ascii: "\n") else { return false }
        if text[line.upperBound - 2] == UInt8(ascii: "\\") { return true }
        return line.count >= 3 && text[line.upperBound - 2] == UInt8(ascii: "\r")
            && text[line.upperBound - 3] == UInt8(ascii: "\\")
    }

    private static func dropBlankLines(of output: inout ContiguousArray<UInt8>) {
        let kept = output.withUnsafeMutableBufferPointer { buffer in
            let text = UnsafeBufferPointer(buffer)
            var kept = 0
            var lineStart = 0
            while lineStart <= text.count {
                var lineEnd = lineStart
                while lineEnd < text.count, text[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
                var position = lineStart
                while position < lineEnd {
                    let length = Whitespace.length(in: text, at: position)
                    if length == 0 { break }
                    position += length
                }
                if position < lineEnd {
                    if kept > 0 {
                        buffer[kept] = UInt8(ascii: "\n")
                        kept += 1
                    }
                    if kept != lineStart {
                        for index in lineStart..<lineEnd { buffer[kept + index - lineStart] = buffer[index] }
                    }
                    kept += lineEnd - lineStart
                }
                lineStart = lineEnd + 1
            }
            return kept
        }
        output.removeLast(output.count - kept)
    }
}

// MARK: - Tokens

extension CommentRemoval {
    private mutating func readTokens(from start: Int, in line: Range<Int>) {
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
    private mutating func readToken(at start: Int, in line: Range<Int>) -> Int? {
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

    private mutating func writeNewline(_ range: Range<Int>, _ line: Range<Int>) -> Int {
        write(range, lineStart: line.lowerBound)
        if parentheses <= 0 { previous = .newline }
        return range.upperBound
    }

    private mutating func writeWord(at start: Int, in line: Range<Int>) -> Int {
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

    private func lineBreak(at index: Int, in line: Range<Int>) -> Int? {
        guard index < line.upperBound else { return nil }
        if text[index] == UInt8(ascii: "\n") { return index + 1 }
        guard text[index] == UInt8(ascii: "\r"), index + 1 < line.upperBound, text[index + 1] == UInt8(ascii: "\n")
        else { return nil }
        return index + 2
    }
}

// MARK: - Strings

extension CommentRemoval {
    private mutating func readPrefixedString(at start: Int, in line: Range<Int>) -> Int? {
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
    private mutating func readString(at start: Int, quote: Int, in line: Range<Int>) -> Int? {
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

    private func endOfString(_ string: OpenString, in line: Range<Int>) -> Int? {
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

// MARK: - Output

extension CommentRemoval {
    private mutating func pad(to start: Int, lineStart: Int) {
        let from = max(lastEnd, lineStart)
        if start > from { output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: start - from)) }
    }

    private mutating func write(_ range: Range<Int>, lineStart: Int) {
        pad(to: range.lowerBound, lineStart: lineStart)
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
        lastEnd = range.upperBound
        previous = .other
    }

    private mutating func writeString(_ range: Range<Int>, lineStart: Int) {
        if previous == .other, range.lowerBound > lineStart {
            write(range, lineStart: lineStart)
        } else {
            pad(to: range.lowerBound, lineStart: lineStart)
            lastEnd = range.upperBound
            previous = .other
        }
    }
}

// MARK: - Characters

extension CommentRemoval {
    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0C
    }

    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "_")
    }

    private static func isOperator(_ byte: UInt8) -> Bool {
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
    private static func scalarLength(_ byte: UInt8) -> Int {
        byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    /// Whether the character beyond ASCII at `index` is a letter or a number, as `\w` has it.
    private func isWordScalar(at index: Int) -> Bool {
        let end = min(index + Self.scalarLength(text[index]), text.count)
        let characters = String(decoding: UnsafeBufferPointer(rebasing: text[index..<end]), as: UTF8.self)
        guard let scalar = characters.unicodeScalars.first else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return scalar.properties.numericType != nil
        }
    }
}
