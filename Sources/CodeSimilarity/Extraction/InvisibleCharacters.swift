internal import EvaluationCore

/// Characters that pages, editors and tokenizers leave in code and Python does not read: marks of byte order and direction, characters
/// without width, control characters, blanks that are no blanks to Python. In strings they stay what they are.
enum InvisibleCharacters {
    /// - Returns: nil where there are none.
    static func cut(from bytes: [UInt8]) -> (bytes: [UInt8], removed: RemovedText)? {
        // All of them begin with one of these bytes, and most texts have none.
        guard bytes.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 || $0 == 0xEF || isControl($0) })
        else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        // A character that nobody sees is no letter before a quote.
        let visible = text.unicodeScalars.flatMap { scalar -> [UInt8] in
            isInvisible(scalar) || isOddBlank(scalar)
                ? [UInt8](repeating: 0x20, count: UTF8.width(scalar)) : Array(String(scalar).utf8)
        }
        let quoted = QuotedRanges(visible)
        var result: [UInt8] = []
        var names: [String] = []
        var offset = 0
        var escape = false
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            defer { offset += width }
            if escape {
                // `ESC [ 0 m`: colours of a terminal.
                escape = !("\u{40}"..."\u{7E}").contains(scalar) || scalar == "["
                continue
            }
            let isString = quoted.kind(at: offset) == .string
            if !isString, isInvisible(scalar) {
                names.append(name(of: scalar))
                escape = scalar == "\u{1B}"
            } else if !isString, isOddBlank(scalar) {
                names.append(name(of: scalar))
                result.append(UInt8(ascii: " "))
            } else {
                result += Array(String(scalar).utf8)
            }
        }
        guard !names.isEmpty else { return nil }
        let counts = Dictionary(grouping: names, by: \.self).sorted { $0.key < $1.key }
        let list = counts.map { "\($0.key) ×\($0.value.count)" }.joined(separator: ", ")
        return (result, RemovedText(list, .invisible))
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x09 || (byte > 0x0D && byte < 0x20) || byte == 0x7F
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00AD, 0x034F, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0...0x7F: isControl(UInt8(scalar.value))
        default: false
        }
    }

    private static func isOddBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
