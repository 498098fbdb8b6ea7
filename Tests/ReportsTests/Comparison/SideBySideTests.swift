import Reports
import Testing

@Suite struct SideBySideTests {
    @Test func `equal lines stand on one level, others are marked`() {
        let text = sideBySide(
            ("before", "import sqlite3\nquery = 'a' + name\nrun(query)\nleft()\n"),
            ("after", "import sqlite3\nquery = 'a'\nrun(query)\n\nclose()\n"), width: 60)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[2] == "import sqlite3                 import sqlite3")
        #expect(lines[3] == "query = 'a' + name           | query = 'a'")
        #expect(lines[4] == "run(query)                     run(query)")
        #expect(lines[5] == "left()                       |")
        #expect(lines[6] == "                             > close()")
    }

    @Test func `nothing in the code steers the terminal, and no line is too long`() {
        let text = sideBySide(
            ("a", "x = '\u{1B}[2J\u{202E}'\ty\r\n"), ("b", String(repeating: "long ", count: 50)), width: 80)
        #expect(text.contains("\\u{1b}[2J\\u{202e}"))
        #expect(!text.contains("\t") && !text.contains("\r"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `an answer without code leaves its side empty`() {
        let text = sideBySide(("a", ""), ("b", "x = 1"), width: 60)
        #expect(text.contains(" > x = 1"))
    }
}
