internal import EvaluationCore

/// Takes the marks of a Markdown quotation (`> `) from the lines of one.
enum QuotedLines {
    /// A run of lines that all begin with the mark is a quotation when it is long enough, or when a fence stands in it. Python begins no
    /// line so, and the prompt of its interpreter (`>>>`) is none.
    private static let shortestRun = 3

    static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: ">")) else { return bytes }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var result: [ArraySlice<UInt8>] = []
        var run: [(line: ArraySlice<UInt8>, content: ArraySlice<UInt8>)] = []
        func end() {
            let isQuotation =
                run.count >= shortestRun || run.contains { $0.content.starts(with: "```".utf8) }
            result += run.map { isQuotation ? $0.content : $0.line }
            run = []
        }
        let quoted = QuotedRanges(bytes)
        for line in lines {
            // A quotation holds strings of its own code; one that begins within a string is the string's.
            let isString = run.isEmpty && quoted.kind(at: line.startIndex) == .string
            if !isString, let content = content(of: line) {
                run.append((line, content))
            } else {
                end()
                result.append(line)
            }
        }
        end()
        return Array(result.joined(separator: [UInt8(ascii: "\n")]))
    }

    private static func content(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let mark = line.drop { $0 == 0x20 }
        guard line.count - mark.count <= 3, mark.first == UInt8(ascii: ">"), !mark.starts(with: ">>>".utf8)
        else { return nil }
        let content = mark.dropFirst()
        return content.first == 0x20 ? content.dropFirst() : content
    }
}
