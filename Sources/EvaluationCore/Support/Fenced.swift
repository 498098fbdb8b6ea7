/// A text in a Markdown fence that it cannot end.
package func fenced(_ text: String, _ language: String = "python") -> String {
    var (longest, run) = (2, 0)
    for character in text.unicodeScalars {
        run = character == "`" ? run + 1 : 0
        longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\(language)\n\(text.hasSuffix("\n") ? text : text + "\n")\(fence)"
}
