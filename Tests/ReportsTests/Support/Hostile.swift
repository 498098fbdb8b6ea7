/// Names that try to be something else than text.
enum Hostile {
    static let texts = [
        "<script>document.title='owned'</script>", "<img src=x onerror=\"document.title='owned'\">",
        "\"><svg onload=alert(1)>",
        "=HYPERLINK(\"http://x\";\"y\")", "+1+cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "\t=1", "a,b\"c\"\r\nd",
        "\u{1B}[31mred\u{1B}[0m\u{7}", "\u{202E}desrever", "\\input{/etc/passwd} & 50% $x$ #1 {a_b}^~",
        "| a | `b` | [c](d)",
    ]
}
