/// Cuts a text at its Markdown fences.
///
/// Fences are lines of at least three back-ticks or tildes at any indentation, with or without a language. What people
/// and models write beyond CommonMark is understood as well: a fence that follows words on its line, a fence at the end
/// of the last line of code, fences inside docstrings, and fences that are never closed.
struct FencedBlocks {
    private struct Fence {
        var mark: UInt8
        var length: Int
        var start: Int
        var label: String
    }

    private let source: SourceLines
    private var blocks: [TextBlock] = []

    static func blocks(of source: SourceLines) -> [TextBlock] {
        var reader = FencedBlocks(source: source)
        reader.read()
        return reader.blocks.filter { block in block.lines.contains { !source.isBlank($0) } }
    }

    private init(source: SourceLines) {
        self.source = source
    }

    private mutating func read() {
        var outside: [Range<Int>] = []
        var index = 0
        while index < source.lines.count {
            let line = source.lines[index]
            guard let fence = openingFence(in: line) else {
                outside.append(line)
                index += 1
                continue
            }
            if fence.start > line.lowerBound { outside.append(line.lowerBound..<fence.start) }
            blocks.append(TextBlock(kind: .prose, lines: outside))
            outside = []
            let (lines, next) = body(of: fence, from: index + 1)
            var block = TextBlock(kind: Self.kind(of: fence.label), lines: lines)
            block.dedent(in: source)
            blocks.append(block)
            index = next
        }
        blocks.append(TextBlock(kind: .prose, lines: outside))
    }

    /// The lines up to the fence that closes, and the index after it.
    ///
    /// A closing fence inside a docstring does not close: as long as a triple quote is open, the next one is taken.
    private func body(of fence: Fence, from start: Int) -> ([Range<Int>], Int) {
        var lines: [Range<Int>] = []
        var quotes = TripleQuotes()
        var firstClose: (count: Int, next: Int)?
        for index in start..<max(start, source.lines.count) {
            let line = source.lines[index]
            if let close = closingFence(fence, in: line) {
                var closed = lines
                if close > line.lowerBound, !source.isBlank(line.lowerBound..<close) {
                    closed.append(line.lowerBound..<close)
                    quotes.read(source.bytes[line.lowerBound..<close])
                }
                if !quotes.isOpen { return (closed, index + 1) }
                if firstClose == nil { firstClose = (closed.count, index + 1) }
            } else {
                quotes.read(source.bytes[line])
            }
            lines.append(line)
        }
        // The quote never closed either: then the first fence did close.
        if let firstClose { return (Array(lines.prefix(firstClose.count)), firstClose.next) }
        return (lines, source.lines.count)
    }

    private func openingFence(in line: Range<Int>) -> Fence? {
        var index = line.lowerBound
        while index < line.upperBound {
            let mark = source.bytes[index]
            if mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") {
                var end = index
                while end < line.upperBound, source.bytes[end] == mark { end += 1 }
                if end - index >= 3 {
                    let label = source.string(end..<line.upperBound).trimmed
                    // Words after it make it code in a sentence; tildes open only at the beginning of a line.
                    let isAlone = source.isBlank(line.lowerBound..<index)
                    guard !label.contains("`"), isAlone || (mark == UInt8(ascii: "`") && !label.contains(" "))
                    else { return nil }
                    return Fence(mark: mark, length: end - index, start: index, label: label)
                }
                index = end
            } else {
                index += 1
            }
        }
        return nil
    }

    /// - Returns: where the fence begins that closes; code may stand before it.
    private func closingFence(_ fence: Fence, in line: Range<Int>) -> Int? {
        var end = line.upperBound
        while end > line.lowerBound, source.isBlank(end - 1..<end) { end -= 1 }
        var start = end
        while start > line.lowerBound, source.bytes[start - 1] == fence.mark { start -= 1 }
        return end - start >= fence.length ? start : nil
    }

    /// Languages that are surely not Python; an unknown word may be a file name or a mistake.
    private static let otherLanguages: Set<String> = [
        "bash", "sh", "shell", "zsh", "console", "powershell", "cmd", "bat", "json", "yaml", "yml", "toml", "ini",
        "xml",
        "html", "css", "javascript", "js", "typescript", "ts", "jsx", "tsx", "java", "kotlin", "c", "cpp", "c++",
        "csharp",
        "cs", "go", "rust", "ruby", "php", "perl", "swift", "sql", "diff", "patch", "dockerfile", "makefile", "mermaid",
        "markdown", "md", "http", "nginx", "output", "csv", "log", "regex", "latex",
    ]

    private static func kind(of label: String) -> TextBlock.Kind {
        let word = label.lowercased().drop { $0 == "{" || $0 == "." || $0 == " " }
            .prefix { $0 != " " && $0 != ":" && $0 != "," && $0 != "}" && $0 != "{" }
        return otherLanguages.contains(String(word)) ? .otherLanguage : .code
    }
}

extension String {
    /// Without blanks at either end.
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        guard let start = firstIndex(where: { !isBlank($0) }), let end = lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[start...end])
    }
}
