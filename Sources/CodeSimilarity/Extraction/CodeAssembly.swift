internal import EvaluationCore

/// Puts statements together again as text.
struct CodeAssembly {
    let blocks: [TextBlock]
    let source: SourceLines
    /// How many bytes at the beginning of the source are the prompt's, of which nothing counts as removed.
    var promptLength = 0

    func code(of statements: [Statement]) -> ExtractedCode {
        var lines: [String] = []
        var previous: Statement?
        for statement in statements {
            if let previous {
                let isNext =
                    previous.block == statement.block && statement.lines.lowerBound >= previous.lines.upperBound
                    && blocks[statement.block].lines[previous.lines.upperBound..<statement.lines.lowerBound]
                        .allSatisfy { source.isBlank($0) }
                let gap = isNext ? statement.lines.lowerBound - previous.lines.upperBound : 2
                lines.append(contentsOf: repeatElement("", count: gap))
            }
            lines.append(contentsOf: blocks[statement.block].lines[statement.lines].map { source.string($0) })
            previous = statement
        }
        while let last = lines.last, last.trimmed.isEmpty { lines.removeLast() }
        return ExtractedCode(code: lines.joined(separator: "\n") + "\n", removed: removed(besides: statements))
    }

    /// What of the source is in none of the statements, in order, without blank pieces.
    private func removed(besides statements: [Statement]) -> [String] {
        var kept = statements.compactMap { statement -> Range<Int>? in
            let lines = blocks[statement.block].lines[statement.lines]
            guard let first = lines.first, let last = lines.last else { return nil }
            return first.lowerBound..<last.upperBound
        }
        kept.sort { $0.lowerBound < $1.lowerBound }
        var pieces: [String] = []
        var position = promptLength
        for range in kept + [source.bytes.count..<source.bytes.count] {
            if range.lowerBound > position, !source.isBlank(position..<range.lowerBound) {
                pieces.append(source.string(position..<range.lowerBound).trimmed)
            }
            position = max(position, range.upperBound)
        }
        return pieces
    }
}
