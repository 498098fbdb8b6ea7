package import EvaluationCore

/// Lines for a terminal: characters that would do something are spelt out, tabs are four spaces, and what is longer
/// than `width` goes on in the next line under a deeper margin. Nothing is cut.
///
/// - Parameters:
///   - margin: put before the first line.
///   - following: put before every other; as wide as `margin` unless given.
func wrappedLines(_ text: String, width: Int, margin: String = "", following: String? = nil) -> [String] {
    let following = following ?? String(repeating: " ", count: displayWidth(margin))
    var result: [String] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines {
        let visible = withVisibleControls(String(line).replacing("\t", with: "    "))
        var rest = visible[...]
        repeat {
            let before = result.isEmpty ? margin : following
            let (piece, left) = firstPiece(of: rest, width: max(8, width - displayWidth(before)))
            result.append(trimmedRight(before + piece))
            rest = left
        } while !rest.isEmpty
    }
    return result
}

/// As many characters as fit, ending at a space where one is near.
private func firstPiece(of text: Substring, width: Int) -> (Substring, Substring) {
    var (used, end, space) = (0, text.startIndex, text.startIndex)
    while end < text.endIndex {
        let next = text.index(after: end)
        used += displayWidth(String(text[end]))
        if used > width { break }
        if text[end] == " " { space = next }
        end = next
    }
    guard end < text.endIndex else { return (text, "") }
    // A character wider than the line still has to go somewhere.
    if end == text.startIndex { end = text.index(after: end) }
    let isNear = text.distance(from: space, to: end) <= width / 3 && space > text.startIndex
    let split = isNear ? space : end
    return (text[..<split], text[split...])
}

extension Prompt {
    /// The whole prompt as one text; the roles of a dialogue stand above their messages.
    package var wholeText: String {
        switch self {
        case .chat(let messages) where messages.count == 1: messages[0].content
        case .chat(let messages): messages.map { "[\($0.role.rawValue)]\n\($0.content)" }.joined(separator: "\n\n")
        case .completion(let text, _): text
        case .infill(let prefix, let suffix, _): "\(prefix)[the gap to fill]\(suffix)"
        }
    }
}
