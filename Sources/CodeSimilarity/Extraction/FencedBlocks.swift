internal import EvaluationCore

/// Cuts a text at its Markdown fences.
///
/// Fences are lines of at least three back-ticks or tildes at any indentation, with or without a language. What people
/// and models write beyond CommonMark is understood as well: a fence that follows words on its line, code on the line of
/// either fence, words behind the fence that closes, fences inside docstrings, and fences that are never closed.
struct FencedBlocks {
    private struct Fence {
        var mark: UInt8
        var length: Int
        var start: Int
        var label: String
        /// Code behind the label, on the fence's own line.
        var code: Range<Int>?
        /// Whether the fence is closed on its own line.
        var isClosed = false
    }

    private let source: SourceLines
    private let quoted: QuotedRanges
    private let parser: PythonParser
    private var blocks: [TextBlock] = []
    /// Doubtful fences that are decided by parsing what stands before them; so many, so that the work stays linear.
    private var remainingTrials = 32

    static func blocks(of source: SourceLines, parser: PythonParser) -> [TextBlock] {
        var reader = FencedBlocks(source: source, parser: parser)
        reader.read()
        return reader.blocks.filter { block in block.lines.contains { !source.isBlank($0) } }
    }

    private init(source: SourceLines, parser: PythonParser) {
        self.source = source
        self.parser = parser
        quoted = QuotedRanges(source.bytes)
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
            addProse(outside)
            outside = []
            var lines = fence.code.map { [$0] } ?? []
            index += 1
            if !fence.isClosed {
                let body = body(of: fence, from: index)
                lines += body.lines
                index = body.next
                if let rest = body.rest { outside.append(rest) }
            }
            var block = TextBlock(kind: FenceLabel(fence.label).kind, lines: lines)
            block.dedent(in: source)
            blocks.append(block)
        }
        addProse(outside)
    }

    private mutating func addProse(_ lines: [Range<Int>]) {
        var block = TextBlock(kind: .prose, lines: lines)
        // An answer that is indented as a whole, as in a list.
        block.dedent(in: source)
        blocks.append(block)
    }

    private struct Body {
        var lines: [Range<Int>]
        /// The index of the line after the fence that closes.
        var next: Int
        /// Words behind the fence that closes.
        var rest: Range<Int>?
    }

    /// The lines up to the fence that closes.
    ///
    /// What looks like a fence within a string or a comment of the code may be part of it: it closes when the code before it is whole.
    private mutating func body(of fence: Fence, from start: Int) -> Body {
        var lines: [Range<Int>] = []
        var doubtful: Body?
        var depth = 0
        for index in start..<max(start, source.lines.count) {
            let line = source.lines[index]
            if let reopening = reopening(fence, in: line) {
                // A fence that names a language opens a block: the one before it was never closed.
                switch quoted.kind(at: reopening) {
                case nil: return doubtful ?? Body(lines: lines, next: index)
                case .string? where doubtful != nil && depth == 0: return doubtful!
                default: depth += 1
                }
            } else if let (close, rest) = closingFence(fence, in: line) {
                var closed = lines
                if !source.isBlank(line.lowerBound..<close) { closed.append(line.lowerBound..<close) }
                let body = Body(lines: closed, next: index + 1, rest: rest)
                switch quoted.kind(at: close) {
                case nil:
                    // Words between a doubtful fence and this one would make it another block's.
                    return doubtful.map { isWhole(closed) ? body : $0 } ?? body
                case .string? where depth > 0: depth -= 1
                case .string?:
                    if isWhole(closed) { return body }
                    if doubtful == nil { doubtful = body }
                case .comment?:
                    if doubtful == nil { doubtful = body }
                }
            }
            lines.append(line)
        }
        if let doubtful, isWhole(doubtful.lines) { return doubtful }
        return Body(lines: lines, next: source.lines.count)
    }

    /// Whether lines are code without a syntax error.
    private mutating func isWhole(_ lines: [Range<Int>]) -> Bool {
        guard remainingTrials > 0 else { return false }
        remainingTrials -= 1
        var block = TextBlock(kind: .code, lines: lines)
        block.dedent(in: source)
        let code = block.lines.flatMap { source.bytes[$0] + [UInt8(ascii: "\n")] }
        return code.withUnsafeBufferPointer { bytes in
            parser.withTree(of: bytes) { tree in !tree.nodes.isEmpty && !tree.hasError }
        }
    }

    // MARK: - Lines with fences

    private func openingFence(in line: Range<Int>) -> Fence? {
        var index = line.lowerBound
        while index < line.upperBound {
            let mark = source.bytes[index]
            guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
                index += 1
                continue
            }
            var end = index
            while end < line.upperBound, source.bytes[end] == mark { end += 1 }
            guard end - index >= 3, quoted.kind(at: index) == nil else {
                index = end
                continue
            }
            return fence(mark, index..<end, in: line)
        }
        return nil
    }

    private func fence(_ mark: UInt8, _ marks: Range<Int>, in line: Range<Int>) -> Fence? {
        var fence = Fence(mark: mark, length: marks.count, start: marks.lowerBound, label: "")
        var rest = marks.upperBound..<line.upperBound
        if let close = closingFence(fence, in: rest)?.close, close > rest.lowerBound {
            rest = rest.lowerBound..<close
            fence.isClosed = true
        }
        fence.label = source.string(rest).trimmed
        guard !fence.label.contains("`") else { return nil }
        let (label, code) = FenceLabel.divided(fence.label)
        if let code {
            fence.label = label
            fence.code = rest.upperBound - source.trailingBlanks(of: rest) - code.utf8.count..<rest.upperBound
        }
        // Words after it make it code in a sentence; tildes open only at the beginning of a line.
        let isAlone = source.isBlank(line.lowerBound..<marks.lowerBound)
        guard isAlone || (mark == UInt8(ascii: "`") && (fence.code != nil || !fence.label.contains(" ")))
        else { return nil }
        return fence.isClosed && fence.code == nil ? nil : fence
    }

    /// - Returns: where the fence begins, which names a language.
    private func reopening(_ fence: Fence, in line: Range<Int>) -> Int? {
        let start = line.lowerBound + source.indentation(of: line)
        var end = start
        while end < line.upperBound, source.bytes[end] == fence.mark { end += 1 }
        guard end - start >= fence.length else { return nil }
        let label = FenceLabel(source.string(end..<line.upperBound).trimmed)
        return label.isKnown ? start : nil
    }

    /// - Returns: where the fence begins that closes, and what follows it on its line. Code may stand before it, or words behind it.
    private func closingFence(_ fence: Fence, in line: Range<Int>) -> (close: Int, rest: Range<Int>?)? {
        let end = line.upperBound - source.trailingBlanks(of: line)
        var start = end
        while start > line.lowerBound, source.bytes[start - 1] == fence.mark { start -= 1 }
        if end - start >= fence.length { return (start, nil) }
        let first = line.lowerBound + source.indentation(of: line)
        var next = first
        while next < line.upperBound, source.bytes[next] == fence.mark { next += 1 }
        return next - first >= fence.length ? (first, next..<line.upperBound) : nil
    }
}
