/// Texts that try to be something else than text, wherever they are shown: markup, script, style, links, headers,
/// commands for a terminal, formulas, LaTeX, and sheer size. Generated where they have kin.
public enum HostileTexts {
    /// What a page that obeyed would have as its title.
    public static let owned = "owned"

    /// Without those of `size`.
    public static let all: [String] = markup + terminal + structure + direction

    /// Each tries to run a script that sets the title.
    public static let markup: [String] = {
        let script = "document.title='\(owned)'"
        let tags = [
            "<script>\(script)</script>", "<ScRiPt >\(script)</sCrIpT>", "<img src=x onerror=\"\(script)\">",
            "<svg onload=\"\(script)\">", "<svg><script>\(script)</script></svg>", "<body onload=\"\(script)\">",
            "<details open ontoggle=\"\(script)\">", "<input autofocus onfocus=\"\(script)\">",
            "<iframe srcdoc=\"<script>parent.\(script)</script>\"></iframe>",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=\"\(script)\">",
            "<style>body{display:none}</style>", "<link rel=stylesheet href=//evil.example/x.css>",
            "<base href=//evil.example/>", "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
            "<form action=//evil.example><button>Go</button></form>", "<a href=\"javascript:\(script)\">x</a>",
        ]
        let closers = [
            "\">", "'>", "</pre>", "</code></pre>", "</textarea>", "</title>", "</script>", "-->", "]]>",
            "</option></select>",
        ]
        let quotes = ["\" onmouseover=\"\(script)\" x=\"", "' onfocus='\(script)' autofocus='", "javascript:\(script)"]
        return tags + closers.map { $0 + tags[0] } + closers.prefix(4).map { $0 + tags[2] } + quotes
            + [
                "{{title}}", "{{{html}}}", "{{#a}}{{/a}}", "{{> layout}}", "&lt;script&gt;\(script)&lt;/script&gt;",
                "&#60;script>",
            ]
    }()

    public static let terminal = [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;\(owned)\u{7}", "\u{1B}[2J\u{1B}[H", "\u{9B}31m", "a\rb", "a\u{8}b",
        "\u{7}",
        "\u{0}", "before\u{0}after",
    ]

    public static let structure = [
        "```\n# not a heading\n```", "~~~", "| a | b |\n| - | - |", "](https://evil.example)", "a\r\nSet-Cookie: x=1",
        "\u{2028}", "\u{85}", "=HYPERLINK(\"//evil.example\")", "\\input{/etc/passwd}",
    ]

    public static let direction = [
        "\u{202E}desrever", "\u{2066}isolated\u{2069}", "\u{200B}\u{FEFF}", "e\u{301}\u{302}", "\u{E000}",
    ]

    public static let size = [String(repeating: "x", count: 1 << 20), String(repeating: "<", count: 100_000)]
}
