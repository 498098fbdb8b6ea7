import EvaluationCore
import Foundation
import TestSupport
import Testing

/// All six experiments with one command, and from its runs all seven tables of the paper.
@Suite struct SevenTablesTests {
    /// Two types; of four samples `detect` asks about half as secure and half as insecure code.
    static let samples = ["CWE-89_01", "CWE-89_02", "CWE-22_01", "CWE-22_02"]

    static func ask(
        _ model: String, about samples: [String] = samples, in folder: URL, _ more: [String] = []
    ) async throws -> String {
        let file = folder.appending(path: model.replacing("/", with: "-") + ".run").path
        let arguments =
            ["run", "--model", model, "--task", "all", "--output", file, "--quiet"]
            + samples.flatMap { ["--sample", $0] } + more
        let result = try await CommandLineTool.run(arguments)
        try #require(result.exitCode == 0, "\(result)")
        return file
    }

    /// The rows of a table, each a dictionary by the column's name.
    static func rows(_ table: String, of runs: [String]) async throws -> [[String: String]] {
        let result = try await CommandLineTool.run(["report", "--table", table, "--format", "csv"] + runs)
        try #require(result.exitCode == 0, "\(result)")
        let lines = result.output.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    @Test func `of controls every table says what is known in advance`() async throws {
        try await withTemporaryFolder { folder in
            var runs: [String] = []
            for control in ["secure", "insecure", "refuse", "none"] {
                runs.append(try await Self.ask("control/\(control)", in: folder))
            }
            let dataset = try await Self.rows("table1", of: runs)
            #expect(dataset.count == 19)
            let counts = CommandLineTool.samplesByType.values.map(String.init).sorted()
            #expect(dataset.dropLast().compactMap { $0["samples"] }.sorted() == counts)
            #expect(dataset.last?["samples"] == "\(CommandLineTool.samples)")

            for table in ["table2", "table3", "table4", "table5"] {
                let variants = table == "table2" ? ["", " (1-shot)"] : [""]
                let rows = try await Self.rows(table, of: runs)
                #expect(rows.count == 4 * variants.count, "\(table): \(rows)")
                for variant in variants {
                    func cell(_ control: String, _ column: String) -> String? {
                        rows.first { $0["model"] == "control/\(control)\(variant)" }?[column]
                    }
                    #expect(cell("secure", "sec@1") == "1.0" && cell("secure", "codebleu@1") == "100.0", "\(table)")
                    #expect(cell("insecure", "sec@1") == "0.0", "\(table)")
                    #expect(cell("refuse", "sec@1") == "0.0", "\(table)")
                    #expect(cell("none", "sec@1") == "0.0" && cell("none", "codebleu@1") == "0.0", "\(table)")
                }
            }

            let types = try await Self.rows("table6", of: runs)
            for experiment in ["generate", "generate-aware", "repair", "repair-explained"] {
                for type in ["CWE-89", "CWE-22", "Avg"] {
                    for control in ["secure", "insecure", "refuse", "none"] {
                        let row = types.first { $0["model"] == "control/\(control)" && $0["type"] == type }
                        let value = control == "secure" ? "1.0" : "0.0"
                        #expect(row?["\(experiment).sec@1"] == value, "\(control), \(type), \(experiment)")
                    }
                }
            }

            let labels = try await Self.rows("table7", of: runs)
            for (control, value) in [("secure", "1.0"), ("insecure", "0.0")] {
                for type in ["CWE-89", "CWE-22"] {
                    let row = labels.first { $0["model"] == "control/\(control)" && $0["type"] == type }
                    #expect(row?["detection-accuracy"] == value, "\(control), \(type)")
                    #expect(row?["f1"] == value && row?["support"] == "2", "\(control), \(type)")
                }
            }
            // Prose names no type: outside of the report, as in the paper, and counted beside.
            for control in ["refuse", "none"] {
                let row = labels.first { $0["model"] == "control/\(control)" && $0["type"] == "accuracy" }
                #expect(row?["outside"] == "4" && row?["support"] == "0", "\(control): \(row ?? [:])")
            }
        }
    }

    @Test func `of the bundled model all tables are made, and the same again from the same plan`() async throws {
        try await withTemporaryFolder { folder in
            let few = ["CWE-89_01"]
            let options = ["--temperature", "0", "--max-tokens", "8"]
            let run = try await Self.ask("local/smollm2-135m", about: few, in: folder, options)
            for table in (1...7).map({ "table\($0)" }) {
                let rows = try await Self.rows(table, of: [run])
                #expect(!rows.isEmpty, "\(table)")
                guard table != "table1" else { continue }
                #expect(rows.allSatisfy { $0["model"]?.hasPrefix("local/smollm2-135m") == true }, "\(table): \(rows)")
            }
            let again = folder.appending(path: "again")
            try FileManager.default.createDirectory(at: again, withIntermediateDirectories: true)
            let second = try await Self.ask("local/smollm2-135m", about: few, in: again, options)
            for run in [run, second] {
                let exported = try await CommandLineTool.run(["export", run, "--output", run + ".jsonl"])
                #expect(exported.exitCode == 0, "\(exported)")
            }
            #expect(
                try Data(contentsOf: URL(filePath: run + ".jsonl"))
                    == Data(contentsOf: URL(filePath: second + ".jsonl")))
        }
    }
}
