/// Reads the top-level statements of a block.
///
/// A block without syntax errors is taken as the grammar divides it. Any other is divided where a line begins without
/// indentation, and each piece is parsed by itself, so that words around code or a torn end do not spoil the rest.
struct StatementReader {
    private let source: SourceLines
    private let block: TextBlock
    private let number: Int
    private let parser: PythonParser

    /// - Parameter number: the block's number, for the statements.
    static func statements(
        of block: TextBlock, number: Int, in source: SourceLines, parser: PythonParser
    ) -> [Statement] {
        let reader = StatementReader(source: source, block: block, number: number, parser: parser)
        let all = 0..<block.lines.count
        if block.kind != .prose, let statements = reader.parse(all, toleratesErrors: false) { return statements }
        return TopLevelPieces.pieces(of: block, in: source).flatMap { reader.read($0) }
    }

    /// The statements of a block that is Python from beginning to end; nil when it has a syntax error.
    static func wholeStatements(of block: TextBlock, in source: SourceLines, parser: PythonParser) -> [Statement]? {
        StatementReader(source: source, block: block, number: 0, parser: parser)
            .parse(0..<block.lines.count, toleratesErrors: false)
    }

    private func read(_ piece: Range<Int>) -> [Statement] {
        if let statements = parse(piece, toleratesErrors: false) { return statements }
        // An open bracket may have swallowed what follows: try each line without indentation by itself.
        let parts = TopLevelPieces.pieces(of: block, in: source, within: piece, joinsBrackets: false)
        if parts.count > 1 {
            return parts.flatMap { parse($0, toleratesErrors: false) ?? parse($0, toleratesErrors: true) ?? [] }
        }
        return parse(piece, toleratesErrors: true) ?? []
    }

    private func parse(_ lines: Range<Int>, toleratesErrors: Bool) -> [Statement]? {
        var code: ContiguousArray<UInt8> = []
        var starts: [Int] = []
        let comments = CommentRuns.lines(in: block.lines[lines], of: source)
        for (index, line) in zip(lines, block.lines[lines]) {
            starts.append(code.count)
            if !comments.contains(index) { code.append(contentsOf: source.bytes[line]) }
            code.append(UInt8(ascii: "\n"))
        }
        // The grammar lets a text begin with an indented line, which Python does not.
        let first = block.lines[lines].first { !source.isBlank($0) && !source.isComment($0) }
        let isIndented = first.map { source.indentation(of: $0) > 0 } ?? false
        return code.withUnsafeBufferPointer { bytes in
            var tree = SyntaxTree()
            parser.parse(bytes, into: &tree)
            let hasError = isIndented || tree.hasError || LooseGrammar.accepts(tree, bytes)
            if hasError, !toleratesErrors { return nil }
            let groups = StatementGroups.groups(of: tree, lineStarts: starts, bytes)
            return groups.map { group in
                var statement = StatementClassifier.classify(group.nodes, in: tree, bytes)
                statement.block = number
                statement.lines = lines.lowerBound + group.lines.lowerBound..<lines.lowerBound + group.lines.upperBound
                statement.hasError = hasError
                return statement
            }
        }
    }
}

/// Top-level nodes that share lines, with the comments directly above them.
struct StatementGroups {
    struct Group {
        var nodes: [Int]
        var lines: Range<Int>
    }

    static func groups(
        of tree: SyntaxTree, lineStarts: [Int], _ bytes: UnsafeBufferPointer<UInt8>
    ) -> [Group] {
        var groups: [Group] = []
        var comments: Range<Int>?
        var lines = LineFinder(starts: lineStarts)
        guard !tree.nodes.isEmpty else { return [] }
        for child in tree.children(of: 0) {
            let node = tree.nodes[child]
            var end = Int(node.end)
            while end > Int(node.start), bytes[end - 1] <= 0x20 { end -= 1 }
            let first = lines.line(at: Int(node.start))
            let last = max(first, lines.line(at: max(Int(node.start), end - 1)))
            if let previous = groups.last, first < previous.lines.upperBound {
                groups[groups.count - 1].lines = previous.lines.lowerBound..<max(previous.lines.upperBound, last + 1)
                if node.symbol != PythonSymbols.comment { groups[groups.count - 1].nodes.append(child) }
                continue
            }
            if node.symbol == PythonSymbols.comment {
                comments =
                    comments.map { $0.upperBound == first ? $0.lowerBound..<first + 1 : first..<first + 1 }
                    ?? first..<first + 1
                continue
            }
            let start = comments.map { $0.upperBound == first ? $0.lowerBound : first } ?? first
            comments = nil
            groups.append(Group(nodes: [child], lines: start..<last + 1))
        }
        return groups
    }
}

/// Finds lines by byte offset, for offsets that grow.
private struct LineFinder {
    let starts: [Int]
    private var last = 0

    init(starts: [Int]) {
        self.starts = starts
    }

    mutating func line(at offset: Int) -> Int {
        if last >= starts.count || starts[last] > offset { last = 0 }
        while last + 1 < starts.count, starts[last + 1] <= offset { last += 1 }
        return last
    }
}
