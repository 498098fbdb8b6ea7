import EvaluationCore
import Reports
import Testing

@Suite struct SideBySideTests {
    private func lines(
        _ first: ComparedAnswer, _ second: ComparedAnswer, width: Int, palette: Palette = .plain
    ) -> [String] {
        sideBySide(first, second, width: width, palette: palette)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private let before = ComparedAnswer(
        heading: "before: insecure", verdict: .insecure,
        code: "import sqlite3\nquery = 'a' + name\nrun(query)\nleft()\n",
        evidence: "security/test_union:17: the station shows an item that somebody claimed")
    private let after = ComparedAnswer(
        heading: "after: secure", verdict: .secure, code: "import sqlite3\nquery = 'a'\nrun(query)\n\nclose()\n",
        evidence: "9 functional checks held, 3 attacks had no effect")

    @Test func `equal lines stand on one level, others are marked`() {
        let lines = lines(before, after, width: 60)
        #expect(lines[2] == "import sqlite3                 import sqlite3")
        #expect(lines[3] == "query = 'a' + name           | query = 'a'")
        #expect(lines[4] == "run(query)                     run(query)")
        #expect(lines[5] == "left()                       |")
        #expect(lines[6] == "                             > close()")
    }

    @Test func `below each side stands the whole of what decided its verdict`() {
        let below = lines(before, after, width: 60).drop { !$0.contains("close()") }.dropFirst(2).filter { !$0.isEmpty }
        func text(_ side: (String) -> Substring) -> String {
            below.map { side($0).trimmingPrefix(" ").split(separator: " ").joined(separator: " ") }
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
        #expect(text { $0.prefix(28) } == before.evidence)
        #expect(text { $0.dropFirst(28) } == after.evidence)
    }

    @Test(arguments: [60, 80, 120]) func `a long line goes on below, and nothing is lost`(width: Int) {
        let long = "    return " + (1...60).map { "f\($0)(x)" }.joined(separator: " + ")
        let lines = lines(.init(heading: "a", code: long), .init(heading: "b", code: "pass\n" + long), width: width)
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(!lines.joined().contains("…"))
        let right = lines.dropFirst(3).map { $0.dropFirst((width - 3) / 2 + 3) }
        let whole = right.map { $0.hasPrefix("↳ ") ? String($0.dropFirst(2)) : String($0) }.joined()
        #expect(whole.filter { $0 != " " } == long.filter { $0 != " " })
    }

    @Test func `nothing in the code steers the terminal, and no line is too long`() {
        for palette in [Palette.plain, .ansi] {
            let text = sideBySide(
                .init(heading: "a\u{1B}[31m", code: "x = '\u{1B}[2J\u{202E}'\ty\r\n", evidence: "\u{1B}]0;x\u{7}"),
                .init(heading: "b", code: String(repeating: "long ", count: 50)), width: 80, palette: palette)
            let own = text.replacing(/\u{1B}\[(31|32|0)m/, with: "")
            #expect(own.contains("\\u{1b}[2J\\u{202e}") && own.contains("\\u{1b}]0;x\\u{7}"))
            #expect(!own.contains("\u{1B}") && !own.contains("\t") && !own.contains("\r"))
            #expect(own.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
    }

    @Test func `verdicts and changed lines have colours, equal ones none`() {
        let lines = lines(before, after, width: 60, palette: .ansi)
        #expect(lines[0].hasPrefix("\u{1B}[31mbefore: insecure\u{1B}[0m") && lines[0].contains("\u{1B}[32mafter"))
        #expect(!lines[2].contains("\u{1B}"))
        #expect(lines[3].hasPrefix("\u{1B}[31mquery = 'a' + name\u{1B}[0m"))
        #expect(lines[3].hasSuffix("\u{1B}[32mquery = 'a'\u{1B}[0m"))
    }

    @Test func `an answer without code leaves its side empty`() {
        let text = sideBySide(.init(heading: "a", code: ""), .init(heading: "b", code: "x = 1"), width: 60)
        #expect(text.contains(" > x = 1"))
    }
}
