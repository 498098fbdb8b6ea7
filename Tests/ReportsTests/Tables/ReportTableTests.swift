import EvaluationCore
import Foundation
import Reports
import TestSupport
import Testing

/// What holds for every table.
@Suite struct ReportTableTests {
    @Test func `every table has a file of its own and stands in the list`() throws {
        let folder = repositoryFolder.appending(path: "Sources/Reports/Tables")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let tables = try files.filter { name in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8).contains("Table: ReportTable {")
        }
        #expect(tables.count == builtInTables.count)
        #expect(Set(builtInTables.map(\.id)).count == builtInTables.count)
    }

    @Test(arguments: builtInTables.map(\.id))
    func `rows, columns and addresses fit together`(id: String) throws {
        let study = Fixture.study(for: id, options: StudyOptions(paper: try Fixture.paper()))
        let table = try #require(try study.tables([id]).first)
        #expect(!table.rows.isEmpty)
        #expect(Set(table.rows.map(\.id)).count == table.rows.count)
        #expect(Set(table.columns.map(\.id)).count == table.columns.count)
        #expect(table.columns.allSatisfy { !$0.id.contains("/") })
        #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
        let charted = table.charts.flatMap { $0.labels + $0.values }
        #expect(Set(charted).isSubset(of: table.columns.map(\.id)))
    }

    @Test(arguments: builtInTables.map(\.id))
    func `every measured number is traced to attempts`(id: String) throws {
        let study = Fixture.study(for: id)
        for row in try #require(try study.tables([id]).first).rows where row.kind != .dataset && id != "table1" {
            for cell in row.cells {
                guard case .number = cell.value else { continue }
                let trace = try #require(cell.trace)
                #expect(!trace.samples.isEmpty && trace.attempts > 0)
            }
        }
    }

    @Test(arguments: builtInTables.map(\.id))
    func `looks as recorded`(id: String) throws {
        let study = Fixture.study(for: id, options: StudyOptions(paper: try Fixture.paper()))
        let tables = try study.tables([id])
        try expectSnapshot(TerminalRenderer(width: 160).render(tables, of: study), "\(id).txt")
    }

    @Test func `a run without a table's tasks has no row there`() throws {
        let study = Fixture.study([Fixture.secureControl])
        #expect(try study.tables(["table4"])[0].rows.isEmpty)
        #expect(try study.tables().map(\.id) == ["overview", "table1", "table2", "table6", "causes"])
    }

    @Test func `an unknown table is refused with the list of those there are`() {
        #expect {
            try Fixture.everyTask().tables(["table8"])
        } throws: { error in
            "\(error)".contains("table8") && "\(error)".contains("table7")
        }
    }
}
