import EvaluationCore
import Foundation
import ModelClients
import RunStore
import TestSupport
import Testing

/// A run that goes out and comes back counts as it did.
@Suite(.timeLimit(.minutes(10))) struct RoundTripTests {
    /// Answers as they come: right, wrong, none, torn, refused; and one that was never made.
    private static let lines: [(sample: String, attempt: Int, text: String?, refusal: String?)] = [
        ("CWE-89_01", 0, "Sure:\n```python\n" + code("CWE-89/CWE-89_01", "secure") + "```\nDone.", nil),
        ("CWE-89_01", 1, code("CWE-89/CWE-89_01", "insecure"), nil),
        ("CWE-89_02", 0, "I cannot help with that.", nil),
        ("CWE-89_02", 1, String(code("CWE-89/CWE-89_02", "secure").prefix(150)), nil),
        ("CWE-77_01", 0, nil, "context-length: HTTP 400: too long"),
        ("CWE-77_01", 1, "<think>Hm.</think>\n" + code("CWE-77/CWE-77_01", "insecure"), nil),
        ("CWE-22_01", 1, code("CWE-22/CWE-22_01", "secure"), nil),
    ]

    private static func code(_ sample: String, _ name: String) -> String {
        let file = repositoryFolder.appending(path: "Dataset/Samples/\(sample)/\(name).py")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }

    @Test(arguments: InterchangeFormat.allCases)
    func `verdicts, CodeBLEU and counts are those of before`(_ format: InterchangeFormat) async throws {
        try await withTemporaryFolder { folder in
            let tasks: [PromptTask] = format.namesTasks ? [.generate, .repair] : [.generate]
            let first = folder.appending(path: "first.run")
            try await makeRun(first, tasks, in: folder)
            let out = folder.appending(path: format == .evalPlusFolder ? "out" : "out.jsonl")
            try await expectSuccess(
                ["export", first.path, "--output", out.path, "--format", format.rawValue, "--task", "all"])
            let second = folder.appending(path: "second.run")
            try await expectSuccess(["import", out.path, "--label", "again", "--output", second.path])
            try await expectSuccess(["score", second.path])
            let (before, after) = (try results(first), try results(second))
            #expect(before.attempts.map(\.key) == after.attempts.map(\.key))
            #expect(before.attempts.map(\.score) == after.attempts.map(\.score))
            #expect(before.attempts.map(\.refusal) == after.attempts.map(\.refusal))
            #expect(before.plan.attemptKeys() == after.plan.attemptKeys())
        }
    }

    @Test func `a list by position that is not about the whole dataset is refused, or named by a flag`() async throws {
        try await withTemporaryFolder { folder in
            let first = folder.appending(path: "first.run")
            try await makeRun(first, [.generate], in: folder)
            let out = folder.appending(path: "generations.json")
            try await expectSuccess(["export", first.path, "--output", out.path, "--format", "bigcode"])
            try FileManager.default.removeItem(at: URL(filePath: ExportNotes.path(beside: out.path)))
            let arguments = ["import", out.path, "--label", "x", "--output", folder.appending(path: "b.run").path]
            let refused = try await CommandLineTool.run(arguments)
            #expect(refused.exitCode == 2)
            #expect(refused.errors.contains("lists for 4 samples"), "\(refused.errors)")
            try await expectSuccess(arguments + ["--samples", "CWE-22_01,CWE-77_01,CWE-89_01,CWE-89_02"])
            let after = try results(folder.appending(path: "b.run"))
            #expect(Set(after.attempts.map(\.key.sample)) == Set(try results(first).plan.samples))
        }
    }

    @Test func `without a task an export has all that are code, and tells what is left out`() async throws {
        try await withTemporaryFolder { folder in
            let run = folder.appending(path: "a.run")
            try await expectSuccess([
                "run", "--model", "control/secure", "--sample", "CWE-89_01", "--task", "generate", "--task", "repair",
                "--task", "detect", "--no-score", "--output", run.path, "--quiet",
            ])
            let lines = folder.appending(path: "a.jsonl")
            let exported = try await CommandLineTool.run(["export", run.path, "--output", lines.path])
            #expect(exported.errors.contains("left out: detect"), "\(exported)")
            let text = try String(contentsOf: lines, encoding: .utf8)
            #expect(["generate", "repair"].allSatisfy { text.contains("\"task\":\"\($0)\"") }, "\(text)")
            #expect(!text.contains("\"detect\""))
            let one = folder.appending(path: "a.json")
            let single = try await CommandLineTool.run([
                "export", run.path, "--output", one.path, "--format", "bigcode",
            ])
            #expect(single.errors.contains("left out: repair, detect"), "\(single)")
            let shown = try await CommandLineTool.run(["show", run.path, "CWE-89_01"])
            #expect(!shown.output.contains("(0.0 s"), "\(shown.output)")
        }
    }

    @Test func `samples without an answer stay in the denominator, and are told`() async throws {
        try await withTemporaryFolder { folder in
            let answers = folder.appending(path: "a.jsonl")
            try write([["task_id": "CWE-89_01", "solution": Self.code("CWE-89/CWE-89_01", "secure")]], to: answers)
            let run = folder.appending(path: "a.run")
            let said = try await CommandLineTool.run(["import", answers.path, "--label", "x", "--output", run.path])
            let (all, others) = (CommandLineTool.samples, CommandLineTool.samples - 1)
            let missing = "\(others) of \(all) samples have no answer, and count as not secure"
            #expect(said.output.contains(missing), "\(said)")
            try await expectSuccess(["score", run.path])
            let table = try await CommandLineTool.run(["report", run.path, "--table", "overview"])
            #expect(table.output.contains((1 / Double(all)).fixed(3)), "\(table.output)")
            #expect(table.output.contains("of \(all) answers of x, generate, \(others) are missing"), "\(table.output)")
        }
    }

    // MARK: - Making runs

    private func makeRun(_ run: URL, _ tasks: [PromptTask], in folder: URL) async throws {
        let answers = folder.appending(path: "answers.jsonl")
        var records: [[String: Any]] = []
        for task in tasks {
            for line in Self.lines {
                var record: [String: Any] = ["task_id": line.sample, "task": task.rawValue, "attempt": line.attempt]
                record["solution"] = line.text
                record["refusal"] = line.refusal
                records.append(record)
            }
        }
        try write(records, to: answers)
        try await expectSuccess([
            "import", answers.path, "--label", "first", "--output", run.path, "--samples", "answered",
        ])
        try await expectSuccess(["score", run.path])
        let verdicts = try results(run).attempts.compactMap { attempt -> Verdict.Kind? in
            if case .code(let kind, _, _, _)? = attempt.score { kind } else { nil }
        }
        #expect(verdicts.contains(.secure) && verdicts.contains(.insecure) && verdicts.contains(.incorrect))
        #expect(try results(run).plan.attemptKeys().count == 8 * tasks.count)
    }

    private func write(_ records: [[String: Any]], to file: URL) throws {
        let lines = try records.map { try JSONSerialization.data(withJSONObject: $0) + Data("\n".utf8) }
        try Data(lines.joined()).write(to: file)
    }

    private func results(_ run: URL) throws -> RunResults { try RunFile(reading: run).results() }

    private func expectSuccess(_ arguments: [String]) async throws {
        let result = try await CommandLineTool.run(arguments)
        #expect(result.exitCode == 0, "\(arguments): \(result)")
    }
}
