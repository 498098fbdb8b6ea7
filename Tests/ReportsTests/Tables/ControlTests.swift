import EvaluationCore
import Reports
import Testing

/// Answerers whose figures are known in advance.
@Suite struct ControlTests {
    private func values(_ table: String, _ row: String) throws -> [String: Cell.Value] {
        let table = try #require(try Fixture.everyTask().tables([table]).first)
        let row = try #require(table.rows.first { $0.id == row })
        return Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.id), row.cells.map(\.value)))
    }

    @Test(arguments: ["table2", "table3", "table4", "table5"])
    func `secure code scores the most everywhere, a refusal 0`(table: String) throws {
        let secure = try values(table, "control/secure")
        let refusing = try values(table, "control/refuse")
        for column in ["codebleu@1", "codebleu@2", "sec@1", "sec@2", "unbiased-sec@1"] {
            #expect(secure[column] == .number(column.hasPrefix("codebleu") ? 100 : 1))
            #expect(refusing[column] == .number(0))
        }
        #expect(secure["codebleu@3"] == Cell.Value.none)
    }

    @Test func `the 1-shot rows of Table 2 are marked as such`() throws {
        #expect(try values("table2", "control/secure (1-shot)")["sec@1"] == .number(1))
    }

    @Test func `Table 7 of right answers is all ones, and leaves the merged type out`() throws {
        let type = try values("table7", "control/secure/CWE-89")
        for column in ["detection-accuracy", "precision", "recall", "f1"] { #expect(type[column] == .number(1)) }
        #expect(type["support"] == .count(8))
        let merged = try values("table7", "control/secure/CWE-Aur")
        #expect(merged["detection-accuracy"] == .number(1))
        #expect(merged["support"] == Cell.Value.none)
    }

    @Test func `answers without a label are wrong in detection and left out of prediction`() throws {
        #expect(try values("table7", "control/refuse/accuracy")["detection-accuracy"] == .number(0))
        let type = try values("table7", "control/refuse/CWE-89")
        #expect(type["support"] == .count(0))
        #expect(type["outside"] == .count(8))
    }

    @Test func `the strict variant counts them as wrong`() throws {
        let study = Fixture.everyTask(options: StudyOptions(countsForeignTypesAsWrong: true))
        let table = try study.tables(["table7"])[0]
        let row = try #require(table.rows.first { $0.id == "control/refuse/accuracy" })
        #expect(row.cells[5].value == .number(0))
        #expect(row.cells[6].value == .count(16))
    }

    @Test func `the model's figures are those worked out by hand`() throws {
        // Of four samples a type, 1 and 3 are secure at once, 4 at the second attempt, 2 never.
        let row = try values("table2", "test/model")
        #expect(row["sec@1"] == .number(0.5))
        #expect(row["sec@2"] == .number(0.75))
        // Attempts 1 to 4 secure: 1/2, 0, 1/2, 1/2.
        #expect(row["unbiased-sec@1"] == .number(0.375))
    }
}
