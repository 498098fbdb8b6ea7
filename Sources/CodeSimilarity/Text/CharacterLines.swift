/// Text by lines of characters, for texts beyond ASCII.
///
/// The reference implementation takes tree-sitter's columns, which count bytes, for columns that count characters, so
/// that in a line with characters beyond ASCII it reads the wrong part of the line. What it reads is part of the
/// definition.
struct CharacterLines {
    private var scalars: [Unicode.Scalar] = []
    /// By line: where it begins, in characters and in bytes, and after the last line the end of the text.
    private var scalarStarts: [Int] = [0]
    private var byteStarts: [Int] = [0]

    /// By line: whether it has characters beyond ASCII.
    private var isBeyondASCII: [Bool] = [false]

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var bytes = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            scalars.append(scalar)
            bytes += UTF8.width(scalar)
            if !scalar.isASCII { isBeyondASCII[isBeyondASCII.count - 1] = true }
            if scalar == "\n" {
                scalarStarts.append(scalars.count)
                byteStarts.append(bytes)
                isBeyondASCII.append(false)
            }
        }
        // The end of the last line, counted as if a line break followed.
        scalarStarts.append(scalars.count + 1)
    }

    /// The text between two byte offsets, their columns taken for columns in characters, without line breaks.
    func text(from start: Int, to end: Int) -> String {
        let first = line(at: start)
        let last = line(at: end)
        let startColumn = start - byteStarts[first]
        let endColumn = end - byteStarts[last]
        var result = String.UnicodeScalarView()
        if first == last {
            result.append(contentsOf: content(first).dropFirst(startColumn).prefix(max(0, endColumn - startColumn)))
            return String(result)
        }
        result.append(contentsOf: content(first).dropFirst(startColumn))
        for line in first + 1..<last { result.append(contentsOf: content(line)) }
        result.append(contentsOf: content(last).prefix(endColumn))
        return String(result)
    }

    /// Whether two byte offsets are on the same line, and that line is ASCII alone.
    func isPlain(from start: Int, to end: Int) -> Bool {
        let first = line(at: start)
        return !isBeyondASCII[first] && (first + 1 >= byteStarts.count || end < byteStarts[first + 1])
    }

    private func content(_ line: Int) -> ArraySlice<Unicode.Scalar> {
        scalars[scalarStarts[line]..<scalarStarts[line + 1] - 1]
    }

    private func line(at offset: Int) -> Int {
        var low = 0
        var high = byteStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if byteStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
