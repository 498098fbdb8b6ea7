import EvaluationCore
import Foundation
import RunStore
import TestSupport
import Testing

/// Whole runs with controls, whose results are known in advance.
@Suite struct RunTests {
    static let samples = ["CWE-89_01", "CWE-22_01", "CWE-20_01"]

    static func arguments(_ model: String, _ output: URL, _ more: [String] = []) -> [String] {
        ["run", "--model", model, "--output", output.path] + samples.flatMap { ["--sample", $0] } + more
    }

    static func verdicts(_ file: URL) throws -> [Verdict.Kind] {
        try RunFile(reading: file).results().attempts.compactMap { attempt in
            if case .code(let kind, _, _, _) = attempt.score { kind } else { nil }
        }
    }

    @Test(arguments: [
        ("control/secure", Verdict.Kind.secure), ("control/insecure", .insecure), ("control/refuse", .incorrect),
        ("control/none", .incorrect),
    ])
    func `a control gets the verdict that it must get`(model: String, expected: Verdict.Kind) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            let result = try await CommandLineTool.run(
                Self.arguments(model, file, ["--task", "generate", "--task", "generate-aware"]))
            #expect(result.exitCode == 0, "\(result)")
            #expect(try Self.verdicts(file) == Array(repeating: expected, count: 6))
            #expect(result.output.contains(model))
        }
    }

    @Test(arguments: [["--sandbox-level", "2"], ["--cold-sandbox", "--workers", "1"]])
    func `another way of running code changes no verdict`(options: [String]) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            let result = try await CommandLineTool.run(Self.arguments("control/insecure", file, options))
            #expect(result.exitCode == 0, "\(result)")
            #expect(try Self.verdicts(file) == Array(repeating: .insecure, count: 3))
        }
    }

    @Test func `the same command again asks nothing, and more attempts are added`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            for more in [[], [], ["--attempts", "3"]] {
                let result = try await CommandLineTool.run(Self.arguments("control/secure", file, more))
                #expect(result.exitCode == 0, "\(result)")
            }
            #expect(try Self.verdicts(file) == Array(repeating: .secure, count: 9))
        }
    }

    @Test func `a gate that is not reached is exit code 1`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            let failed = try await CommandLineTool.run(
                Self.arguments("control/insecure", file, ["--fail-under", "sec@1=0.5"]))
            #expect(failed.exitCode == 1, "\(failed)")
            #expect(failed.errors.contains("gate sec@1=0.5: 0.0000 for generate, below 0.5000"), "\(failed.errors)")
        }
    }

    @Test func `a run that was only asked is scored later`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            _ = try await CommandLineTool.run(Self.arguments("control/secure", file, ["--no-score"]))
            #expect(try Self.verdicts(file).isEmpty)
            let scored = try await CommandLineTool.run(["score", file.path])
            #expect(scored.exitCode == 0, "\(scored)")
            #expect(try Self.verdicts(file) == [.secure, .secure, .secure])
        }
    }

    @Test func `answers go out to other programs and come back`() async throws {
        try await withTemporaryFolder { folder in
            let (file, answers, again) = (
                folder.appending(path: "a.run"), folder.appending(path: "answers.jsonl.gz"),
                folder.appending(path: "b.run")
            )
            _ = try await CommandLineTool.run(Self.arguments("control/insecure", file))
            let exported = try await CommandLineTool.run(["export", file.path, "--output", answers.path])
            #expect(exported.exitCode == 0, "\(exported)")
            let imported = try await CommandLineTool.run(
                ["import", answers.path, "--output", again.path, "--label", "theirs"])
            #expect(imported.exitCode == 0, "\(imported)")
            #expect(imported.output.contains("3 answers imported"))
            let scored = try await CommandLineTool.run(["score", again.path])
            #expect(scored.exitCode == 0, "\(scored)")
            #expect(try Self.verdicts(again) == [.insecure, .insecure, .insecure])
        }
    }

    @Test func `being killed loses no finished attempt and asks for none twice`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            let arguments = Self.arguments("control/secure", file, ["--attempts", "20"])
            for delay in [300, 600, 900] {
                let tool = try CommandLineTool.start(arguments)
                try await Task.sleep(for: .milliseconds(delay))
                tool.kill()
                _ = try await tool.result()
            }
            let finished = try await CommandLineTool.run(arguments)
            #expect(finished.exitCode == 0, "\(finished)")
            #expect(try Self.verdicts(file) == Array(repeating: .secure, count: 60))
        }
    }

    @Test func `being killed while the file is made leaves a whole run or none`() async throws {
        try await withTemporaryFolder { folder in
            for delay in 0..<16 {
                let file = folder.appending(path: "\(delay).run")
                let arguments = Self.arguments("control/secure", file, ["--no-score"])
                let tool = try CommandLineTool.start(arguments)
                while try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains(where: {
                    $0.hasPrefix("\(delay).run") && $0 != "\(delay).run.lock"
                }) { try await Task.sleep(for: .microseconds(200)) }
                try await Task.sleep(for: .milliseconds(delay * 3))
                tool.kill()
                _ = try await tool.result()
                if FileManager.default.fileExists(atPath: file.path) {
                    #expect(throws: Never.self) { try RunFile(reading: file).plan() }
                }
                let finished = try await CommandLineTool.run(arguments)
                #expect(finished.exitCode == 0, "\(delay): \(finished)")
                #expect(try RunFile(reading: file).results().attempts.count == 3)
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.sorted() == (0..<16).map { "\($0).run" }.sorted())
        }
    }

    @Test func `a run file of another dataset version is refused`() async throws {
        try await withTemporaryFolder { folder in
            let copy = try DatasetCopy(of: "CWE-89_01", in: folder)
            let file = folder.appending(path: "a.run")
            let arguments = [
                "run", "--model", "control/secure", "--dataset", copy.folder.path, "--output", file.path, "--sample",
                "CWE-89_01",
            ]
            #expect(try await CommandLineTool.run(arguments).exitCode == 0)
            try copy.write(try copy.text("problem.md") + "\nOne more sentence.\n", to: "problem.md")
            let refused = try await CommandLineTool.run(arguments)
            #expect(refused.exitCode == 2)
            #expect(refused.errors.contains("another version of CWE-89_01"), "\(refused.errors)")
        }
    }
}
