/// Removes comments and docstrings as the reference implementation of CodeBLEU does: the text is cut into the tokens of
/// CPython's `tokenize` (up to version 3.11), and written again without comments, without strings that begin a
/// statement, without blank lines, and with one space for every white space character between tokens.
///
/// What it does to code that leaves only some kinds of white space or strings in place is part of the definition: a
/// tab that indents a later line of a block becomes one space, and a string that begins an expression statement is
/// dropped even when something follows it.
struct CommentRemoval {
    /// What came before a string decides whether it is taken for a docstring.
    enum Previous { case indent, newline, other }

    /// A string that goes on beyond its line.
    struct OpenString {
        var start: Int
        var lineStart: Int
        var quote: UInt8
        var isTriple: Bool
    }

    let text: UnsafeBufferPointer<UInt8>
    var output: ContiguousArray<UInt8>
    var previous = Previous.indent
    var lastEnd = 0
    var parentheses = 0
    var isContinued = false
    /// Set by the first backslash-continued string and cleared only when a string ends well, as in `tokenize`.
    var needsBackslash = false
    var openString: OpenString?
    var indents = [0]

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

    mutating func readLines() -> Bool {
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

// MARK: - Output

extension CommentRemoval {
    mutating func pad(to start: Int, lineStart: Int) {
        let from = max(lastEnd, lineStart)
        if start > from { output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: start - from)) }
    }

    mutating func write(_ range: Range<Int>, lineStart: Int) {
        pad(to: range.lowerBound, lineStart: lineStart)
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
        lastEnd = range.upperBound
        previous = .other
    }

    mutating func writeString(_ range: Range<Int>, lineStart: Int) {
        if previous == .other, range.lowerBound > lineStart {
            write(range, lineStart: lineStart)
        } else {
            pad(to: range.lowerBound, lineStart: lineStart)
            lastEnd = range.upperBound
            previous = .other
        }
    }
}
