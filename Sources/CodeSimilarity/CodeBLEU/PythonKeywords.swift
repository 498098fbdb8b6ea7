/// The words that the weighted n-gram match counts in full, and what all others count.
///
/// The list is that of the reference implementation (`codebleu` 0.7.0, `keywords/python.txt`): the 35 keywords of
/// Python 3 and the three soft keywords `match`, `case` and `type`. Tokens are what stands between white space, so
/// `else:` is not a keyword to either implementation.
enum PythonKeywords {
    static let words = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "match", "case", "type",
    ]

    static let keywordWeight = 1.0
    /// A fifth, as in section 3.1 of the paper.
    static let otherWeight = 0.2

    static let table: ByteTable = {
        var table = ByteTable(capacity: words.count)
        for var word in words { _ = word.withUTF8 { table.id(for: $0) } }
        return table
    }()
}
