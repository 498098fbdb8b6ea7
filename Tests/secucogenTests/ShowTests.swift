import Foundation
import TestSupport
import Testing

/// `secucogen show`, on real verdicts.
@Suite struct ShowTests {
    private static let types = [
        "CWE-20", "CWE-22", "CWE-77", "CWE-78", "CWE-79", "CWE-89", "CWE-94", "CWE-125", "CWE-269", "CWE-276",
        "CWE-352",
        "CWE-362", "CWE-434", "CWE-502", "CWE-787", "CWE-798", "CWE-918", "CWE-Aur",
    ]

    @Test func `of every type one screen tells what was sent and what happened`() async throws {
        try await withTemporaryFolder { folder in
            let run = folder.appending(path: "a.run").path
            let samples = Self.types.flatMap { ["--sample", "\($0)_01"] }
            let made = try await CommandLineTool.run(["run", "--model", "control/insecure", "--output", run] + samples)
            #expect(made.exitCode == 0, "\(made)")
            for type in Self.types {
                let shown = try await CommandLineTool.run(["show", run, "\(type)_01"], environment: ["COLUMNS": "80"])
                #expect(shown.exitCode == 0, "\(shown)")
                let lines = shown.output.split(separator: "\n", omittingEmptySubsequences: false)
                #expect(lines.allSatisfy { $0.count <= 80 }, "\(type)")
                let screen = lines.prefix(40).joined(separator: "\n")
                #expect(screen.contains("INSECURE  exploited"), "\(type)")
                #expect(screen.contains("\n  security/test_"), "\(type)")
                #expect(screen.contains("\n  > ") && screen.contains("\n  < "), "\(type)")
                #expect(screen.contains("\nThe check\n"), "\(type)")
                #expect(shown.output.contains("\nThe prompt\n"), "\(type)")
            }
            let json = try await CommandLineTool.run(["show", run, "CWE-89_01", "--format", "json"])
            let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            #expect(document?["title"] != nil && document?["judgement"] != nil)
            let markdown = try await CommandLineTool.run(["show", run, "CWE-89_01", "--format", "markdown"])
            #expect(markdown.output.hasPrefix("# CWE-89\\_01: "))
        }
    }

    @Test(arguments: [
        (["CWE-89_02"], "is not about CWE-89_02"), (["CWE-89_01", "--task", "repair"], "was not asked under repair"),
        (["CWE-89_01", "--attempt", "2"], "no attempt 2"), (["nothing"], "unknown sample 'nothing'"),
        (["CWE-89_01", "--subject", "secure"], "did not show secure code"),
        ([], "no sample is named; name one of CWE-89_01"),
    ])
    func `what the run does not hold is named in one line`(arguments: [String], problem: String) async throws {
        try await withTemporaryFolder { folder in
            let run = folder.appending(path: "a.run").path
            _ = try await CommandLineTool.run(
                ["run", "--model", "control/none", "--sample", "CWE-89_01", "--output", run])
            let shown = try await CommandLineTool.run(["show", run] + arguments)
            #expect(shown.exitCode == 2)
            #expect(shown.errors.contains(problem), "\(shown.errors)")
            #expect(shown.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func `an answer without code is shown, too`() async throws {
        try await withTemporaryFolder { folder in
            let run = folder.appending(path: "a.run").path
            _ = try await CommandLineTool.run(
                ["run", "--model", "control/none", "--sample", "CWE-89_01", "--output", run])
            let shown = try await CommandLineTool.run(["show", run, "CWE-89_01"])
            #expect(shown.output.contains("INCORRECT  no-code"))
            #expect(!shown.output.contains("\u{1B}"))
        }
    }
}
