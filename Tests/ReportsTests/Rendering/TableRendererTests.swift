import EvaluationCore
import Foundation
import Reports
import TestSupport
import Testing

/// What holds for every format.
@Suite struct TableRendererTests {
    private var hostile: Study {
        Fixture.study(Hostile.texts.map { text in Fixture.run(text) { _ in Fixture.code(.secure) } })
    }

    private func render(_ format: ReportFormat, _ study: Study, _ tables: [String]? = nil) throws -> String {
        format.renderer().render(try study.tables(tables), of: study)
    }

    @Test(arguments: ReportFormat.allCases)
    func `control characters and turned reading never reach the output`(format: ReportFormat) throws {
        let text = try render(format, hostile)
        // CSV and JSON give data back as it was; JSON in its own escapes.
        guard format != .csv, format != .json else { return }
        #expect(
            !text.unicodeScalars.contains {
                [.control, .format].contains($0.properties.generalCategory) && $0 != "\n"
            })
    }

    @Test(arguments: ReportFormat.allCases)
    func `looks as recorded`(format: ReportFormat) throws {
        let study = Fixture.everyTask(options: StudyOptions(paper: try Fixture.paper()))
        try expectSnapshot(try render(format, study, ["table2", "table7"]), "report.\(format.rawValue).snapshot")
    }

    @Test func `a CSV field never starts a formula`() throws {
        for record in parseCSV(try render(.csv, hostile, ["overview"])) {
            for field in record where Double(field) == nil {
                #expect(!["=", "+", "-", "@", "\t", "\r"].contains(field.first.map(String.init)))
            }
        }
    }

    @Test func `CSV reads back as what was written`() throws {
        let records = parseCSV(try render(.csv, hostile, ["overview"]))
        #expect(records.count == Hostile.texts.count + 1)
        #expect(Set(records.map(\.count)).count == 1)
        #expect(records.map { $0[1] }.contains("a,b\"c\"\r\nd"))
        #expect(records.map { $0[1] }.contains("'=HYPERLINK(\"http://x\";\"y\")"))
    }

    @Test func `JSON gives full precision, and the samples and attempts behind a figure`() throws {
        let text = try render(.json, Fixture.everyTask(), ["table2"])
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let tables = try #require(document["tables"] as? [[String: Any]])
        let rows = try #require(tables[0]["rows"] as? [[String: Any]])
        let cells = try #require(rows[0]["cells"] as? [String: [String: Any]])
        #expect(cells["sec@2"]?["value"] as? Double == 0.75)
        let traces = try #require(document["traces"] as? [String: [String: Any]])
        let name = try #require(cells["sec@2"]?["trace"] as? String)
        let trace = try #require(traces[name])
        #expect(trace["task"] as? String == "generate")
        #expect(trace["attempts"] as? Int == 2)
        #expect((trace["samples"] as? [String])?.count == 12)
    }

    @Test(arguments: [60, 80, 100, 120, 200])
    func `a terminal's width is kept`(width: Int) throws {
        let study = Fixture.everyTask()
        let text = TerminalRenderer(width: width).render(try study.tables(["overview", "table2", "table6"]), of: study)
        let longest = text.split(separator: "\n").map(\.count).max()
        #expect(try #require(longest) <= width)
    }

    /// A reader of RFC 4180 that shares nothing with the writer.
    private func parseCSV(_ text: String) -> [[String]] {
        var (records, record, field) = ([[String]](), [String](), "")
        var isQuoted = false
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if isQuoted {
                if scalar == "\"", index + 1 < scalars.count, scalars[index + 1] == "\"" {
                    field.append("\"")
                    index += 1
                } else if scalar == "\"" {
                    isQuoted = false
                } else {
                    field.unicodeScalars.append(scalar)
                }
            } else if scalar == "\"" {
                isQuoted = true
            } else if scalar == "," || scalar == "\r" {
                record.append(field)
                field = ""
                if scalar == "\r" {
                    records.append(record)
                    record = []
                    index += 1
                }
            } else {
                field.unicodeScalars.append(scalar)
            }
            index += 1
        }
        return records
    }
}
