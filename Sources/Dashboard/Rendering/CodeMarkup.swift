import EvaluationCore

/// Python code with line numbers and colours.
struct CodeMarkup {
    let highlighter: any CodeHighlighter

    /// Code beyond this many bytes keeps its numbers and loses its colours: a browser would not show it soon.
    private static let mostColoured = 200_000

    /// - Parameters:
    ///   - firstLine: number of the first line.
    ///   - marked: number of the line that decided.
    ///   - label: what a screen reader calls it.
    func markup(_ code: String, firstLine: Int = 1, marked: Int? = nil, label: String) -> Markup {
        let bytes = Array(code.utf8)
        let ranges = bytes.count <= Self.mostColoured ? highlighter.ranges(in: code) : []
        var html = "<pre class=\"code\" aria-label=\"\(escaped(label))\"><code>"
        var (start, next, number) = (0, 0, firstLine)
        while start <= bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            // The line break that ends a text begins no line.
            if start == bytes.count && start > 0 { break }
            html += "<span class=\"line\(number == marked ? " marked" : "")\"><span class=\"no\">\(number)</span>"
            html += "<span class=\"text\">\(line(bytes, start..<end, ranges, &next))\n</span></span>"
            (start, number) = (end + 1, number + 1)
        }
        return Markup(html: html + "</code></pre>")
    }

    /// - Parameter next: the first range that does not end before this line.
    private func line(
        _ bytes: [UInt8], _ line: Range<Int>, _ ranges: [HighlightedRange], _ next: inout Int
    ) -> String {
        var html = ""
        var position = line.lowerBound
        while next < ranges.count, ranges[next].bytes.upperBound <= line.lowerBound { next += 1 }
        var index = next
        while index < ranges.count, ranges[index].bytes.lowerBound < line.upperBound {
            let part = ranges[index].bytes.clamped(to: line)
            if part.lowerBound > position { html += text(bytes, position..<part.lowerBound) }
            if !part.isEmpty { html += "<span class=\"\(ranges[index].kind.rawValue)\">\(text(bytes, part))</span>" }
            position = max(position, part.upperBound)
            index += 1
        }
        return html + (position < line.upperBound ? text(bytes, position..<line.upperBound) : "")
    }

    private func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        escaped(String(decoding: bytes[range], as: UTF8.self))
    }
}
