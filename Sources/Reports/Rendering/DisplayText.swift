/// Text as a terminal may show it: characters that move the cursor, change colours or reverse the direction of
/// reading are spelt out.
package func withVisibleControls(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
        if isControl(scalar) {
            result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: false
    }
}

/// Columns of a terminal that a text takes: none for a combining mark, two for East Asian wide characters and emoji
/// (Unicode Standard Annex 11, by block).
package func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: sum
        default: sum + (isWide(scalar.value) ? 2 : 1)
        }
    }
}

private func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
        true
    default: false
    }
}

/// Lines of at most `width` columns, broken at spaces; a longer word is broken after a mark inside, or anywhere.
/// Nothing is lost but the spaces between lines.
package func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
        for (index, piece) in pieces(of: word, to: max(1, width)).enumerated() {
            if index == 0, let last = lines.last, displayWidth(last) + 1 + displayWidth(piece) <= width {
                lines[lines.count - 1] = "\(last) \(piece)"
            } else {
                lines.append(piece)
            }
        }
    }
    return lines
}

/// Lines of at most `width` columns with every character of the text, spaces included; at least one.
package func folded(_ text: String, to width: Int) -> [String] {
    pieces(of: text[...], to: max(1, width), after: " (,[")
}

private func pieces(of text: Substring, to width: Int, after marks: String = "/-_.,:;=&") -> [String] {
    var (pieces, piece, taken) = ([String](), "", 0)
    for character in text {
        let added = displayWidth(String(character))
        if taken + added > width, !piece.isEmpty {
            // A break in the first half would leave a ragged column.
            let mark = piece.lastIndex { marks.contains($0) }.map { piece.index(after: $0) }
            let end = mark.flatMap { 2 * displayWidth(String(piece[..<$0])) >= width ? $0 : nil } ?? piece.endIndex
            pieces.append(String(piece[..<end]))
            piece = String(piece[end...])
            taken = displayWidth(piece)
        }
        piece.append(character)
        taken += added
    }
    return pieces + [piece]
}
