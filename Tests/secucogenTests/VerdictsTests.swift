import Foundation
import TestSupport
import Testing

/// Verdicts that were found elsewhere come into a run as if `score` had found them here.
@Suite struct VerdictsTests {
    private static let home = ["--home", CommandLineTool.project.path]

    /// An unscored run of two answers, its answers as JSON lines, and what `judge` says of them.
    private static func withJudgedRun(_ body: (URL) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            for command in [
                ["run", "--model", "control/insecure", "--sample", "CWE-20_01", "--sample", "CWE-787_01", "--no-score"]
                    + ["--output", "a.run", "--quiet"],
                ["export", "a.run", "--output", "answers.jsonl"],
                ["judge", "answers.jsonl", "--with-checks", "--output", "verdicts.jsonl"],
            ] {
                let result = try await CommandLineTool.run(command + home, in: folder)
                try #require(result.exitCode == 0, "\(command): \(result.errors)")
            }
            try FileManager.default.copyItem(
                at: folder.appending(path: "a.run"), to: folder.appending(path: "b.run"))
            try await body(folder)
        }
    }

    private static func score(_ run: String, _ verdicts: String?, in folder: URL) async throws
        -> CommandLineTool.Result
    {
        try await CommandLineTool.run(
            ["score", run] + (verdicts.map { ["--verdicts", $0] } ?? []) + home, in: folder)
    }

    /// What the run's page of a sample says, evidence included.
    private static func shown(_ run: String, in folder: URL) async throws -> String {
        try await CommandLineTool.run(["show", run, "CWE-787_01"] + home, in: folder).output
    }

    @Test func `a run with verdicts taken over is the run that was scored here`() async throws {
        try await Self.withJudgedRun { folder in
            let taken = try await Self.score("a.run", "verdicts.jsonl", in: folder)
            #expect(taken.exitCode == 0 && taken.errors.contains("2 of them took their verdicts from verdicts.jsonl"))
            #expect(try await Self.score("b.run", nil, in: folder).exitCode == 0)
            let reports = try await ["a.run", "b.run"].asyncMap { run in
                try await CommandLineTool.run(["report", run, "--format", "csv"] + Self.home, in: folder)
                    .output
            }
            #expect(!reports[0].isEmpty && reports[0] == reports[1])
            let page = try await Self.shown("a.run", in: folder)
            #expect(page.contains("INSECURE") && page.contains("Sent (>) and answered (<)"), "\(page)")
        }
    }

    @Test func `an answer that has no verdict in the file is judged here`() async throws {
        try await Self.withJudgedRun { folder in
            let file = folder.appending(path: "verdicts.jsonl")
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            try (lines.prefix(2).joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
            let result = try await Self.score("a.run", "verdicts.jsonl", in: folder)
            #expect(result.exitCode == 0 && result.errors.contains("scored 2/2"), "\(result.errors)")
            #expect(result.errors.contains("1 of them took their verdicts"), "\(result.errors)")
        }
    }

    @Test func `verdicts that were found otherwise, or cannot be read, are refused, and the run stays as it was`()
        async throws
    {
        try await Self.withJudgedRun { folder in
            let whole = try String(contentsOf: folder.appending(path: "verdicts.jsonl"), encoding: .utf8)
            let other = try #require(whole.firstMatch(of: /"scorer":"([0-9a-f]+)"/)).output.1
            let withoutChecks = try await CommandLineTool.run(["judge", "answers.jsonl"] + Self.home, in: folder).output
            for (text, message) in [
                (whole.replacing(other, with: "0123456789abcdef"), "bad.jsonl:1: judged with other checks"),
                (String(whole.dropLast(200)), "bad.jsonl:3: no line of 'secucogen judge'"),
                (whole.split(separator: "\n").dropFirst().joined(separator: "\n"), "bad.jsonl:1: a verdict before"),
                (withoutChecks, "bad.jsonl:2: does not say what the checks saw"),
                ("{\"type\": \"verdict\"}\n", "bad.jsonl:1: "),
            ] {
                try text.write(to: folder.appending(path: "bad.jsonl"), atomically: true, encoding: .utf8)
                let result = try await Self.score("a.run", "bad.jsonl", in: folder)
                #expect(result.exitCode == 2 && result.errors.contains(message), "\(message): \(result.errors)")
            }
            let missing = try await Self.score("a.run", "nowhere.jsonl", in: folder)
            #expect(missing.exitCode == 2 && missing.errors.contains("'nowhere.jsonl' cannot be read"))
            #expect(try await Self.shown("a.run", in: folder).contains("NOT SCORED"))
        }
    }
}

extension Sequence where Element: Sendable {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
