/// What stands behind a fence: a language, perhaps with attributes, and where a line break was lost the first line of code.
struct FenceLabel {
    let kind: TextBlock.Kind
    /// Whether it names a language that is known.
    let isKnown: Bool

    init(_ label: String) {
        let word = label.lowercased().drop { $0 == "{" || $0 == "." || $0 == " " }
            .prefix { $0 != " " && $0 != ":" && $0 != "," && $0 != "}" && $0 != "{" }
        let isOther = Self.otherLanguages.contains(String(word))
        kind = isOther ? .otherLanguage : .code
        isKnown = isOther || Self.python.contains(String(word))
    }

    /// Divides a label from code on its line: `python import os` and `pythonimport os` are `python` and `import os`.
    static func divided(_ label: String) -> (label: String, code: String?) {
        if beginsCode(label) { return ("", label) }
        for name in python {
            guard label.lowercased().hasPrefix(name) else { continue }
            let rest = String(label.dropFirst(name.count)).trimmed
            if beginsCode(rest) { return (name, rest) }
        }
        return (label, nil)
    }

    /// `title="a.py"` and the like are attributes, so an assignment alone is not taken for code.
    private static func beginsCode(_ text: String) -> Bool {
        text.prefixMatch(
            of: /(import|from|def|class|async def|if|for|while|with|try|return|print)\b[ :(]|@[A-Za-z_]|\w+ = \S|"""/)
            != nil && !text.hasPrefix("class=")
    }

    /// The longest first.
    private static let python = ["python3", "python", "pycon", "ipython", "py3", "py"]

    /// Languages that are surely not Python; an unknown word may be a file name or a mistake.
    private static let otherLanguages: Set<String> = [
        "bash", "sh", "shell", "zsh", "console", "powershell", "cmd", "bat", "json", "yaml", "yml", "toml", "ini",
        "xml", "html", "css", "javascript", "js", "typescript", "ts", "jsx", "tsx", "java", "kotlin", "c", "cpp",
        "c++", "csharp", "cs", "go", "rust", "ruby", "php", "perl", "swift", "sql", "diff", "patch", "dockerfile",
        "makefile", "mermaid", "markdown", "md", "http", "nginx", "output", "csv", "log", "regex", "latex", "text",
        "txt", "plaintext",
    ]
}
