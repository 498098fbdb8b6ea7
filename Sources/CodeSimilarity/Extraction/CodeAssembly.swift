internal import EvaluationCore

/// Puts statements together again as text.
struct CodeAssembly {
    let blocks: [TextBlock]
    let source: SourceLines
    /// Every statement of the source that is code, kept or not: what was cut is told by them from words.
    var candidates: [Statement] = []
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
    private func removed(besides statements: [Statement]) -> [RemovedText] {
        let keptBlocks = Set(statements.map(\.block))
        var pieces: [(range: Range<Int>, reason: RemovedText.Reason?)] = statements.compactMap { statement in
            range(of: statement).map { ($0, nil) }
        }
        for statement in candidates where !statements.contains(where: { $0.isSame(as: statement) }) {
            let reason: RemovedText.Reason = keptBlocks.contains(statement.block) ? .notReached : .otherDraft
            if let range = range(of: statement) { pieces.append((range, reason)) }
        }
        pieces.sort { $0.range.lowerBound < $1.range.lowerBound }
        var removed: [RemovedText] = []
        var position = promptLength
        func cut(_ range: Range<Int>, _ reason: RemovedText.Reason) {
            guard range.lowerBound < range.upperBound, !source.isBlank(range) else { return }
            let text = source.string(range).trimmed
            // Statements in a row of one kind are one piece.
            if let last = removed.last, last.reason == reason, reason != .words {
                removed[removed.count - 1].text += "\n" + text
            } else {
                removed.append(RemovedText(text, reason))
            }
        }
        for (range, reason) in pieces {
            if range.lowerBound > position { cut(position..<range.lowerBound, .words) }
            if let reason, range.upperBound > position {
                cut(max(position, range.lowerBound)..<range.upperBound, reason)
            }
            position = max(position, range.upperBound)
        }
        if position < source.bytes.count { cut(position..<source.bytes.count, .words) }
        return removed
    }

    private func range(of statement: Statement) -> Range<Int>? {
        let lines = blocks[statement.block].lines[statement.lines]
        guard let first = lines.first, let last = lines.last else { return nil }
        return first.lowerBound..<last.upperBound
    }
}

extension Statement {
    fileprivate func isSame(as other: Statement) -> Bool { block == other.block && lines == other.lines }
}
