extension CommentRemoval {
    enum Beginning {
        case blank, end, failure
        case statement(Int)
    }

    mutating func beginStatement(_ line: Range<Int>) -> Beginning {
        var column = 0
        var position = line.lowerBound
        scan: while position < line.upperBound {
            switch text[position] {
            case UInt8(ascii: " "): column += 1
            case UInt8(ascii: "\t"): column = (column / 8 + 1) * 8
            case 0x0C: column = 0
            default: break scan
            }
            position += 1
        }
        guard position < line.upperBound else { return .end }
        let first = text[position]
        if first == UInt8(ascii: "#") || first == UInt8(ascii: "\r") || first == UInt8(ascii: "\n") {
            skipBlankLine(from: position, in: line)
            return .blank
        }
        if column > indents[indents.count - 1] {
            indents.append(column)
            write(line.lowerBound..<position, lineStart: line.lowerBound)
            previous = .indent
        }
        while column < indents[indents.count - 1] {
            guard indents.contains(column) else { return .failure }
            indents.removeLast()
            pad(to: position, lineStart: line.lowerBound)
            lastEnd = position
            previous = .other
        }
        return .statement(position)
    }

    mutating func skipBlankLine(from position: Int, in line: Range<Int>) {
        var position = position
        if text[position] == UInt8(ascii: "#") {
            pad(to: position, lineStart: line.lowerBound)
            position = line.upperBound
            while text[position - 1] == UInt8(ascii: "\n") || text[position - 1] == UInt8(ascii: "\r") { position -= 1 }
            lastEnd = position
        }
        write(position..<line.upperBound, lineStart: line.lowerBound)
    }

    func endsWithBackslash(_ line: Range<Int>) -> Bool {
        guard line.count >= 2, text[line.upperBound - 1] == UInt8(ascii: "\n") else { return false }
        if text[line.upperBound - 2] == UInt8(ascii: "\\") { return true }
        return line.count >= 3 && text[line.upperBound - 2] == UInt8(ascii: "\r")
            && text[line.upperBound - 3] == UInt8(ascii: "\\")
    }

    static func dropBlankLines(of output: inout ContiguousArray<UInt8>) {
        let kept = output.withUnsafeMutableBufferPointer { buffer in
            let text = UnsafeBufferPointer(buffer)
            var kept = 0
            var lineStart = 0
            while lineStart <= text.count {
                var lineEnd = lineStart
                while lineEnd < text.count, text[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
                var position = lineStart
                while position < lineEnd {
                    let length = Whitespace.length(in: text, at: position)
                    if length == 0 { break }
                    position += length
                }
                if position < lineEnd {
                    if kept > 0 {
                        buffer[kept] = UInt8(ascii: "\n")
                        kept += 1
                    }
                    if kept != lineStart {
                        for index in lineStart..<lineEnd { buffer[kept + index - lineStart] = buffer[index] }
                    }
                    kept += lineEnd - lineStart
                }
                lineStart = lineEnd + 1
            }
            return kept
        }
        output.removeLast(output.count - kept)
    }
}
