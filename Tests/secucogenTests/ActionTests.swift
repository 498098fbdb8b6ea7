import Foundation
import TestSupport
import Testing

/// The shell step of `action.yml`, outside GitHub: what it needs from there are variables and files.
@Suite struct ActionTests {
    private func measure(_ variables: [String: String], in folder: URL) async throws -> CommandLineTool.Result {
        let values = ["MODEL", "ARGUMENTS", "ANSWERS", "GATES", "BASE_RUN"].reduce(into: variables) { values, name in
            values[name, default: ""] += ""
        }
        let assignments = values.map { "export \($0.key)=\(quoted($0.value))" }.joined(separator: "\n")
        return try await CommandLineTool.shell(
            """
            export PATH="$(dirname "$SECUCOGEN"):$PATH" GITHUB_STEP_SUMMARY=$PWD/summary.md
            \(assignments)
            \(quoted(CommandLineTool.project.appending(path: "Scripts/action/measure").path))
            """, in: folder)
    }

    private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

    @Test func `a run is summed up, compared with the one before, and kept in three forms`() async throws {
        try await withTemporaryFolder { folder in
            let sample = "--sample CWE-89_01 --task generate"
            let before = try await measure(
                [
                    "COMMAND": "run", "MODEL": "control/insecure", "ARGUMENTS": sample, "OUTPUT": "before",
                    "GATES": "sec@1 >= 0.5",
                ], in: folder)
            #expect(before.exitCode == 1)
            let after = try await measure(
                [
                    "COMMAND": "run", "MODEL": "control/secure", "ARGUMENTS": sample, "OUTPUT": "after",
                    "BASE_RUN": "before/model.run", "GATES": "sec@1 >= 0.5\ninsecure <= 0.1",
                ], in: folder)
            #expect(after.exitCode == 0)
            let summary = try String(contentsOf: folder.appending(path: "summary.md"), encoding: .utf8)
            #expect(summary.contains("| control/secure | generate | 1 |"))
            #expect(summary.contains("### Before and after") && summary.contains("| SEC@1 | 1 | 0.0000 | 1.0000 |"))
            for name in ["report.html", "junit.xml", "findings.sarif", "model.run"] {
                #expect(FileManager.default.fileExists(atPath: folder.appending(path: "after/\(name)").path))
            }
        }
    }

    @Test func `answers of a file are judged and counted`() async throws {
        try await withTemporaryFolder { folder in
            try Data(#"{"task_id": "CWE-89_01", "code": "x = 1"}\#n"#.utf8)
                .write(to: folder.appending(path: "answers.jsonl"))
            let result = try await measure(
                ["COMMAND": "judge", "ANSWERS": "answers.jsonl", "OUTPUT": "out"], in: folder)
            #expect(result.exitCode == 0)
            let summary = try String(contentsOf: folder.appending(path: "summary.md"), encoding: .utf8)
            #expect(summary.contains("| incorrect | 1 |"))
        }
    }

    @Test(arguments: [
        (["COMMAND": "run"], "needs 'model'"), (["COMMAND": "judge"], "needs 'answers'"),
        (["COMMAND": "look"], "there are run and judge"),
        (["COMMAND": "run", "MODEL": "control/secure", "GATES": "sec@1 = 1"], "NAME >= NUMBER"),
    ])
    func `what is missing or wrong is said in one line`(variables: [String: String], words: String) async throws {
        try await withTemporaryFolder { folder in
            let result = try await measure(variables.merging(["OUTPUT": "out"]) { $1 }, in: folder)
            #expect(result.exitCode == 2)
            #expect(result.output.hasPrefix("::error::") && result.output.contains(words))
        }
    }
}
