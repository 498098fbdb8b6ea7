/// Divides lines into pieces that each begin with a line without indentation.
struct TopLevelPieces {
    /// - Parameters:
    ///   - range: which lines of the block; all of them when nil.
    ///   - joinsBrackets: whether lines belong together while a bracket or a triple quote is open.
    static func pieces(
        of block: TextBlock, in source: SourceLines, within range: Range<Int>? = nil, joinsBrackets: Bool = true
    ) -> [Range<Int>] {
        let range = range ?? 0..<block.lines.count
        var pieces: [Range<Int>] = []
        var start: Int?
        var end = range.lowerBound
        var depth = BracketDepth()
        // A decorator, or a comment, belongs to what it stands above.
        var isDecorated = false
        for index in range {
            let line = block.lines[index]
            if source.isBlank(line) {
                if start.map({ source.isComment(block.lines[$0]) }) ?? false, !depth.isInString { isDecorated = false }
                if depth.isInString { depth.read(source.bytes[line]) }
                continue
            }
            let isIndented = source.indentation(of: line) > 0
            let isHeader = !isIndented && Self.startsDefinition(line, in: source)
            let isOpen = joinsBrackets && (depth.isInString || (depth.isOpen && !isHeader))
            let belongs = isIndented || isOpen || isDecorated || Self.continuesStatement(line, in: source)
            if start == nil || !belongs {
                if let start { pieces.append(start..<end) }
                start = index
                depth = BracketDepth()
            }
            depth.read(source.bytes[line])
            let first = source.bytes[line.lowerBound]
            isDecorated = !isIndented && !depth.isInString && (first == UInt8(ascii: "@") || first == UInt8(ascii: "#"))
            end = index + 1
        }
        if let start { pieces.append(start..<end) }
        return pieces
    }

    private static func startsDefinition(_ line: Range<Int>, in source: SourceLines) -> Bool {
        source.hasPrefix("def ", at: line.lowerBound, in: line)
            || source.hasPrefix("class ", at: line.lowerBound, in: line)
            || source.hasPrefix("async def ", at: line.lowerBound, in: line)
            || source.hasPrefix("import ", at: line.lowerBound, in: line)
            || source.hasPrefix("from ", at: line.lowerBound, in: line)
            || source.bytes[line.lowerBound] == UInt8(ascii: "@")
    }

    private static func continuesStatement(_ line: Range<Int>, in source: SourceLines) -> Bool {
        let first = source.bytes[line.lowerBound]
        return first == UInt8(ascii: ")") || first == UInt8(ascii: "]") || first == UInt8(ascii: "}")
            || source.hasPrefix("else:", at: line.lowerBound, in: line)
            || source.hasPrefix("elif ", at: line.lowerBound, in: line)
            || source.hasPrefix("except:", at: line.lowerBound, in: line)
            || source.hasPrefix("except ", at: line.lowerBound, in: line)
            || source.hasPrefix("finally:", at: line.lowerBound, in: line)
    }
}

/// Whether brackets or a triple-quoted string are open after some lines.
private struct BracketDepth {
    private var depth = 0
    private var quotes = TripleQuotes()

    var isOpen: Bool { depth > 0 }
    var isInString: Bool { quotes.isOpen }

    mutating func read(_ line: ArraySlice<UInt8>) {
        let wasInString = quotes.isOpen
        quotes.read(line)
        guard !wasInString else { return }
        var quote: UInt8?
        for byte in line {
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "#"): return
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            default: break
            }
        }
    }
}
