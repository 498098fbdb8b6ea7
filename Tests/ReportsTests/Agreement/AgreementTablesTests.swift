import EvaluationCore
import Reports
import Testing

@Suite struct AgreementTablesTests {
    private func item(
        _ number: Int, _ raters: [String: Judgement.Verdict], _ checks: Verdict.Kind?
    ) -> ReviewedItem {
        ReviewedItem(
            item: ReviewItem(id: "i\(number)", sample: SampleID("CWE-89_0\(number)")!, code: ""), raters: raters,
            checks: checks)
    }

    private func tables() -> [Table] {
        Fixture.study([]).agreementTables([
            item(1, ["ada": .secure, "ben": .secure], .secure),
            item(2, ["ada": .insecure, "ben": .incorrect], .insecure),
            item(3, ["ada": .incorrect, "ben": .cannotTell], .inconclusive),
            item(4, ["ada": .secure], .insecure),
        ])
    }

    private func cells(_ table: Table, _ row: String) throws -> [Cell.Value] {
        try #require(table.rows.first { $0.id == row }).cells.map(\.value)
    }

    @Test func `gaps are left out, of people and of checks`() throws {
        let three = tables()[0]
        #expect(try cells(three, "ada and ben").prefix(3) == [.text("ada and ben"), .count(2), .number(0.5)])
        #expect(
            try cells(three, "ada and the checks").prefix(3) == [
                .text("ada and the checks"), .count(3), .number(2.0 / 3),
            ])
        #expect(try cells(three, "ben and the checks")[1] == .count(2))
    }

    @Test func `insecure and incorrect are both not secure`() throws {
        #expect(try cells(tables()[1], "ada and ben")[2] == .number(1))
        #expect(try cells(tables()[1], "ada and the checks")[2] == .number(2.0 / 3))
    }

    @Test func `who differs is listed with what each said`() throws {
        let disputed = tables()[3]
        #expect(disputed.rows.map(\.id) == ["i2", "i4"])
        #expect(
            try cells(disputed, "i2")
                == ["i2", "CWE-89_02", "insecure", "incorrect", "insecure"].map { Cell.Value.text($0) })
        #expect(try cells(disputed, "i4")[3] == .text("–"))
    }

    @Test func `what people say together is compared with the checks, and decisions are told with their reasons`()
        throws
    {
        var items = [
            item(1, ["ada": .secure, "ben": .secure], .secure),
            item(2, ["ada": .insecure, "ben": .incorrect], .insecure),
            item(3, ["ada": .secure, "ben": .incorrect], .insecure),
        ]
        items[0].people = .secure
        items[1].people = .incorrect
        items[1].decisions = [
            .blind: Decision(item: "i2", phase: .blind, verdict: .incorrect, reason: .ratersSlip, note: "it fails"),
            .withChecks: Decision(item: "i2", phase: .withChecks, verdict: .insecure, reason: .wrongCheck),
        ]
        let tables = Fixture.study([]).agreementTables(items)
        #expect(
            try cells(tables[0], "people together and the checks").prefix(3) == [
                .text("people together and the checks"), .count(2), .number(0.5),
            ])
        let decided = try #require(tables.last)
        #expect(decided.rows.map(\.id) == ["i2/blind", "i2/with-checks"])
        #expect(
            try cells(decided, "i2/blind")
                == ["i2", "CWE-89_02", "blind", "insecure", "incorrect", "raters-slip", "it fails"].map {
                    Cell.Value.text($0)
                })
    }

    @Test func `more than two raters have a line together`() throws {
        let study = Fixture.study([])
        let names = study.agreementTables([
            item(1, ["ada": .secure, "ben": .secure, "cyd": .secure], .secure)
        ])[0].rows.map(\.id)
        #expect(
            names == [
                "ada and ben", "ada and cyd", "ben and cyd", "all raters", "ada and the checks", "ben and the checks",
                "cyd and the checks",
            ])
    }
}
