import EvaluationCore
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct TerminalRendererTests {
    private let study = Fixture.everyTask()

    private func render(_ table: Table, width: Int, palette: Palette = .plain) -> [String] {
        TerminalRenderer(width: width, palette: palette).render([table], of: study)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private func withoutEscapes(_ text: String) -> String {
        text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    }

    @Test(arguments: builtInTables.map(\.id), [60, 80])
    func `in a narrow terminal a table keeps every text and figure, and stays short`(id: String, width: Int) throws {
        let table = try #require(try study.tables([id]).first)
        let lines = render(table, width: width)
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(lines.count <= 4 * render(table, width: 400).count, "\(lines.joined(separator: "\n"))")
        // Words, since texts may be broken at spaces.
        let words = Set(
            lines.flatMap { line in line.split(separator: " ").map { String($0).replacing("*", with: "") } })
        for case .number(let value) in table.rows.flatMap(\.cells).map(\.value) {
            let forms = [2, 3, 4].map { String(format: "%.\($0)f", value) }
            #expect(!words.isDisjoint(with: forms), "\(value)")
        }
        #expect(!lines.joined().contains("…"))
    }

    @Test func `what is too wide becomes several grids that repeat the names`() throws {
        let table = try #require(try study.tables(["overview"]).first)
        let lines = render(table, width: 80)
        let rows = lines.filter { $0.hasPrefix("test/model ") }
        let tasks = PromptTask.allCases.filter(\.yieldsCode).map(\.rawValue)
        #expect(rows.map { String($0.split(separator: " ")[1]) } == tasks + tasks)
        #expect(rows.allSatisfy { $0.split(separator: " ").count > 3 })
        // The interval of the main figure stays.
        #expect(rows[0].contains("0.500 [0.250, 0.750]"))
        #expect(lines.count { $0.hasPrefix("Model") } == 2)
    }

    @Test func `columns under one heading stay together`() throws {
        let lines = render(try study.tables(["table7"])[0], width: 80)
        #expect(lines.contains { $0.hasSuffix("precision  recall  f1-score  support  outside") })
    }

    @Test func `a long text takes several lines, whole words where it can`() {
        let name = "provider/" + String(repeating: "very-long-name-", count: 8)
        let table = Table(
            id: "t", title: "T",
            columns: [.init("name", "Name"), .init("text", "Text"), .init("n", "n", format: .count)],
            rows: [
                Table.Row(
                    id: "r", kind: .model,
                    cells: [
                        Cell(.text(name)), Cell(.text("one two three four five six seven eight nine ten")),
                        Cell(.count(7)),
                    ])
            ])
        let lines = render(table, width: 60)
        #expect(lines.allSatisfy { $0.count <= 60 })
        let rows = lines.drop { !$0.hasPrefix("---") }.dropFirst().prefix { !$0.isEmpty }
        #expect(rows.map { $0.split(separator: " ").first.map(String.init) ?? "" }.joined().hasPrefix(name))
        #expect(rows.first?.hasSuffix("  7") == true)
        let shown = Set(rows.flatMap { $0.split(separator: " ").map(String.init) })
        #expect(
            shown.isSuperset(
                of: "one two three four five six seven eight nine ten".split(separator: " ").map(String.init)))
    }

    @Test func `a column of sentences stands below its row`() {
        let sentence = "the query 'x' OR '1'='1' shows what nobody claimed, and a second sentence makes this long"
        let table = Table(
            id: "t", title: "T",
            columns: [.init("name", "Name"), .init("why", "Why", isDetail: true), .init("n", "n", format: .count)],
            rows: [
                Table.Row(
                    id: "r", kind: .model, cells: [Cell(.text("one")), Cell(.text(sentence)), Cell(.count(7))]),
                Table.Row(id: "s", kind: .model, cells: [Cell(.text("two")), .none, Cell(.count(8))]),
            ])
        let lines = render(table, width: 60)
        #expect(lines[2] == "Name  n")
        #expect(lines[4] == "one   7")
        #expect(lines[5].hasPrefix("    the query 'x'"))
        #expect(lines[5...6].map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ") == sentence)
        #expect(lines[7] == "two   8")
    }

    @Test func `verdicts have their colours in cells and heads`() throws {
        let overview = render(try study.tables(["overview"])[0], width: 160, palette: .ansi).joined(separator: "\n")
        for (code, head) in [(32, "Secure"), (31, "Insecure"), (33, "Incorrect"), (2, "Inconclusive")] {
            #expect(overview.contains("\u{1B}[\(code)m\(head)\u{1B}[0m"))
        }
        let causes = render(try study.tables(["causes"])[0], width: 160, palette: .ansi).joined(separator: "\n")
        #expect(causes.contains("\u{1B}[31minsecure\u{1B}[0m"))
        #expect(causes.contains("\u{1B}[33mincorrect\u{1B}[0m"))
    }

    @Test(arguments: builtInTables.map(\.id), [60, 80, 160])
    func `colours change nothing else`(id: String, width: Int) throws {
        let table = try #require(try study.tables([id]).first)
        #expect(render(table, width: width, palette: .ansi).map(withoutEscapes) == render(table, width: width))
    }

    @Test func `no text brings colours of its own`() throws {
        let hostile = Fixture.study(Hostile.texts.map { text in Fixture.run(text) { _ in Fixture.code(.secure) } })
        for width in [60, 160] {
            let text = TerminalRenderer(width: width, palette: .ansi).render(try hostile.tables(), of: hostile)
            #expect(!withoutEscapes(text).contains("\u{1B}"))
            #expect(!text.contains("\u{1B}[31mred"))
        }
    }
}
