internal import EvaluationCore

/// Finds long runs of lines that are comments.
///
/// The grammar looks ahead over comments, from each of them anew, so that its work is bounded and thousands of them would hide the code that
/// follows (`BoundedInput`). The lines of a long run are therefore left out of what is parsed; in the solution they stay.
enum CommentRuns {
    private static let longestParsed = 64

    /// - Returns: the indices of the lines to leave out.
    static func lines(in lines: ArraySlice<Range<Int>>, of source: SourceLines) -> Set<Int> {
        var found: Set<Int> = []
        var start = lines.startIndex
        for index in lines.indices where !source.isComment(lines[index]) && !source.isBlank(lines[index]) {
            if index - start > longestParsed { found.formUnion(start..<index) }
            start = index + 1
        }
        if lines.endIndex - start > longestParsed { found.formUnion(start..<lines.endIndex) }
        guard !found.isEmpty else { return [] }
        // In a string such lines are its text.
        let quoted = QuotedRanges(source.bytes)
        return found.filter { index in
            let line = lines[index]
            let place = line.lowerBound + source.indentation(of: line)
            return place < line.upperBound && quoted.kind(at: place) == .comment
        }
    }
}
