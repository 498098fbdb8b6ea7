/// Finds code that stands indented below words, as Markdown allows without fences.
enum IndentedCode {
    /// The blocks with the indentation of the first indented definition of an entry point taken from every line.
    ///
    /// - Returns: nil when no entry point is defined in an indented line.
    static func dedented(_ blocks: [TextBlock], entryPoints: [String], in source: SourceLines) -> [TextBlock]? {
        for block in blocks {
            for line in block.lines {
                let indentation = source.indentation(of: line)
                guard indentation > 0 else { continue }
                let words = source.string(line.lowerBound + indentation..<line.upperBound)
                guard defines(words, entryPoints) else { continue }
                return blocks.map { block in
                    var block = block
                    block.lines = block.lines.map { line in
                        source.indentation(of: line) >= indentation
                            ? line.lowerBound + indentation..<line.upperBound : line
                    }
                    return block
                }
            }
        }
        return nil
    }

    private static func defines(_ line: String, _ entryPoints: [String]) -> Bool {
        guard line.hasPrefix("def ") || line.hasPrefix("async def ") || line.hasPrefix("class ") else { return false }
        return entryPoints.contains { name in
            line.hasPrefix("def \(name)") || line.hasPrefix("async def \(name)") || line.hasPrefix("class \(name)")
        }
    }
}

/// Takes the marks of the interactive interpreter from code.
enum PromptMarks {
    static func removed(from block: TextBlock, in source: SourceLines) -> TextBlock {
        let first = block.lines.first { !source.isBlank($0) }
        guard let first, source.hasPrefix(">>> ", at: first.lowerBound, in: first) else { return block }
        var block = block
        block.lines = block.lines.compactMap { line in
            if source.hasPrefix(">>> ", at: line.lowerBound, in: line)
                || source.hasPrefix("... ", at: line.lowerBound, in: line)
            {
                return line.lowerBound + 4..<line.upperBound
            }
            let isEmptyMark =
                source.hasPrefix("...", at: line.lowerBound, in: line)
                || source.hasPrefix(">>>", at: line.lowerBound, in: line)
            return isEmptyMark ? line.upperBound..<line.upperBound : nil
        }
        return block
    }
}
