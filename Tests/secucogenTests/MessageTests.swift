import Foundation
import TestSupport
import Testing

/// Every mistake gets one line that says what is wrong, where and how to mend it, and the right exit code: 2 bad input or environment,
/// 64 bad usage; 1 is a gate and nothing else.
@Suite(.timeLimit(.minutes(10))) struct MessageTests {
    @Test func `one line for each mistake`() async throws {
        try await withTemporaryFolder { folder in
            try prepare(folder)
            let before = try names(in: folder)
            #expect(mistakes.count >= 150)
            try await withThrowingTaskGroup(of: Void.self) { group in
                var waiting = mistakes[...]
                for _ in 0..<4 {
                    if let mistake = waiting.popFirst() { group.addTask { try await check(mistake, in: folder) } }
                }
                while try await group.next() != nil {
                    if let mistake = waiting.popFirst() { group.addTask { try await check(mistake, in: folder) } }
                }
            }
            // Nothing is written, and nothing is left behind.
            #expect(try names(in: folder) == before)
        }
    }

    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func check(_ mistake: Mistake, in folder: URL) async throws {
        let result = try await CommandLineTool.run(mistake.arguments, environment: mistake.environment, in: folder)
        let line = mistake.arguments.joined(separator: " ")
        #expect(result.exitCode == mistake.exitCode, "\(line): \(result)")
        let lines = result.errors.split(separator: "\n")
        // Warnings stand in lines of their own.
        let errors = lines.filter { !$0.contains("warning:") }
        #expect(errors.count == 1, "\(line): \(result.errors)")
        #expect(result.output.isEmpty, "\(line): \(result.output)")
        for part in mistake.says {
            #expect(result.errors.lowercased().contains(part.lowercased()), "\(line): \(result.errors)")
        }
        for leak in ["SQLite", "NSCocoa", "Swift.", "Optional(", "Fatal", "UserInfo", "0x0"] {
            #expect(!result.errors.contains(leak), "\(line): \(result.errors)")
        }
    }

    /// Files that are something else than they should be.
    private func prepare(_ folder: URL) throws {
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try write("text.run", "no database, but more than sixteen bytes of text, and more")
        try write("empty.jsonl", "")
        try write("broken.jsonl", "{\"task_id\": \"CWE-89_01\"\n")
        try write("nofield.jsonl", "{\"task_id\": \"CWE-89_01\"}\n")
        try write("noid.jsonl", "{\"solution\": \"x = 1\"}\n")
        try write("strange.jsonl", "{\"task_id\": \"HumanEval/1\", \"solution\": \"x\"}\n")
        try write("number.jsonl", "{\"task_id\": \"CWE-89_01\", \"solution\": 7}\n")
        try write("unknown.jsonl", "{\"task_id\": \"CWE-89_99\", \"solution\": \"x\"}\n")
        try write("badtask.jsonl", "{\"task_id\": \"CWE-89_01\", \"solution\": \"x\", \"task\": \"write\"}\n")
        try write("badsubject.jsonl", "{\"task_id\": \"CWE-89_01\", \"solution\": \"x\", \"subject\": \"odd\"}\n")
        try write("badattempt.jsonl", "{\"task_id\": \"CWE-89_01\", \"solution\": \"x\", \"attempt\": -1}\n")
        try write("listattempt.jsonl", "{\"task_id\": \"CWE-89_01\", \"solution\": [\"x\", \"y\"], \"attempt\": 1}\n")
        try write(
            "twice.jsonl",
            String(repeating: "{\"task_id\": \"CWE-89_01\", \"solution\": \"x\", \"attempt\": 0}\n", count: 2))
        try write("short.json", "[[\"x\"], [\"y\"]]")
        try write("torn.json", "[[\"x\"], [\"y")
        try write("deep.json", "[[[\"x\"]]]")
        try write("fake.jsonl.gz", "not packed")
        try write("notes.jsonl", "{\"task_id\": \"CWE-89_01\", \"solution\": \"x\"}\n")
        try write("notes.jsonl.secucogen.json", "{\"label\": 3}")
        try write("prices.json", "{\"openai/x\": 3}")
        try write("negative.json", "{\"control/secure\": {\"input\": -1, \"output\": 0}}")
        try write("noprices.json", "{}")
        try write("lone.txt", "x = 1\n")
        try write("key.txt", "sk-secret")
        try write("references.txt", "a\nb\n")
        try write("predictions.txt", "a\n")
        try write("model.gguf", "not a model")
        try write("exists.run", "x")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: folder.appending(path: "key.txt").path)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "answers/elsewhere"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "latin/CWE-89_01"), withIntermediateDirectories: true)
        try Data([0x78, 0xE9, 0xFF]).write(to: folder.appending(path: "latin/CWE-89_01/0.py"))
        try FileManager.default.createDirectory(at: folder.appending(path: "folder"), withIntermediateDirectories: true)
    }
}
