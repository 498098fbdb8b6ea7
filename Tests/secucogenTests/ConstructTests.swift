import Foundation
import TestSupport
import Testing

/// `dataset new`, `drafts`, `read` and `accept`, and a set of one's own from start to end, with a model that is a small program.
@Suite struct ConstructTests {
    private static let example = CommandLineTool.project.appending(path: "Examples/private-set")

    /// Writes the first sample of the example, file by file; solves its Problem when it is asked to.
    private static let model = #"""
        import os, re, sys

        FOLDER = os.environ.get("EXAMPLE", "")
        PARTS = {"idea.yaml": ("title", "weaknesses", "covers", "entry-points", "packages"), "examples.yaml": ("examples",),
                 "aware-examples.yaml": ("aware-examples",)}

        def part(keys):
            lines, is_wanted = [], False
            for line in open(FOLDER + "/sample.yaml", encoding="utf-8"):
                if line[0].isalpha():
                    is_wanted = line.split(":")[0] in keys
                if is_wanted:
                    lines.append(line)
            return "".join(lines)

        def file(path):
            text = part(PARTS[path]) if path in PARTS else open(f"{FOLDER}/{path}", encoding="utf-8").read()
            return f"````{path}\n{text}````\n"

        STEPS = [("Send `idea.yaml`", ["idea.yaml"]), ("Now the text of the task", ["problem.md", "examples.yaml"]),
                 ("Now two programs", ["insecure.py", "secure.py"]),
                 ("Now three texts", ["insecure-explanation.md", "problem-cwe-aware.md", "aware-examples.yaml"]),
                 ("Now `checks/functional.py`", ["checks/functional.py"]), ("Now `checks/security.py`", ["checks/security.py"])]

        def answer(request):
            with open(os.environ["CALLS"], "a") as calls:
                calls.write(".")
            if os.path.exists(os.environ["CALLS"] + ".stop"):
                raise RuntimeError("gone")
            last = request["messages"][-1]["content"]
            usage = {"prompt_tokens": 100, "completion_tokens": 50}
            if last.startswith("Write a Python program"):
                return {"answer": "```python\n" + open(FOLDER + "/secure.py").read() + "```", "usage": usage}
            if last.startswith("A program has a weakness"):
                return {"answer": "Yes", "usage": usage}
            for words, paths in STEPS:
                if words in last:
                    return {"answer": "".join(map(file, paths)), "usage": usage}
            names = sorted(os.listdir(FOLDER + "/variants"))
            return {"answer": "".join(file("variants/" + name) for name in names), "usage": usage}
        """#

    private struct Bench {
        let folder: URL
        let environment: [String: String]

        func run(_ arguments: String...) async throws -> CommandLineTool.Result {
            try await CommandLineTool.run(arguments, environment: environment, in: folder)
        }

        func new(_ more: String...) async throws -> CommandLineTool.Result {
            let arguments = [
                "dataset", "new", "--type", "CWE-601", "--type-file",
                ConstructTests.example.appending(path: "types.yaml").path,
                "--into", "mine", "--model", "python:\(folder.path)/model.py:answer",
            ]
            return try await CommandLineTool.run(arguments + more, environment: environment, in: folder)
        }

        var calls: Int { (try? Data(contentsOf: folder.appending(path: "calls")).count) ?? 0 }
    }

    private func withBench(_ body: (Bench) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try Data(Self.model.utf8).write(to: folder.appending(path: "model.py"))
            let sample = Self.example.appending(path: "Samples/CWE-601/CWE-601_01")
            try await body(
                Bench(
                    folder: folder,
                    environment: ["EXAMPLE": sample.path, "CALLS": folder.appending(path: "calls").path]))
        }
    }

    private struct Draft: Decodable {
        var name: String
        var digest: String
        var missing: [String]
    }

    @Test func `a set of one's own, from an idea to a table`() async throws {
        try await withBench { bench in
            let new = try await bench.new()
            #expect(new.exitCode == 0, "\(new.errors)")
            #expect(new.output.contains("1 of 1 records became drafts"))
            #expect(new.errors.contains("record 1: kept as Drafts/CWE-601-record-1"))
            #expect(bench.calls == 9)
            // Nothing is asked again.
            #expect(try await bench.new().exitCode == 0)
            #expect(bench.calls == 9)

            let empty = try await bench.run("dataset", "list", "--dataset", "mine")
            #expect(empty.exitCode == 2 && empty.errors.contains("holds no samples"))
            let early = try await bench.run("dataset", "accept", "--dataset", "mine")
            #expect(early.exitCode == 1)
            #expect(early.output == "CWE-601-record-1 stays a draft: 2 readers have to agree, and 0 do\n")

            let listed = try await bench.run("dataset", "drafts", "--dataset", "mine", "--format", "json")
            let draft = try #require(try JSONDecoder().decode([Draft].self, from: Data(listed.output.utf8)).first)
            let readings = ["ada", "ben"].map { reader in
                let answers = Array(repeating: #"{"holds":true}"#, count: 5).joined(separator: ",")
                return
                    #"{"reader":"\#(reader)","date":"2031-04-05T06:07:08Z","digest":"\#(draft.digest)","answers":[\#(answers)]}"#
                    + "\n"
            }
            try Data(readings.joined().utf8).write(
                to: bench.folder.appending(path: "mine/Drafts/\(draft.name)/readings.jsonl"))
            let accepted = try await bench.run("dataset", "accept", "--dataset", "mine")
            #expect(accepted.output == "CWE-601-record-1 is CWE-601_01 now\n", "\(accepted.errors)")

            for arguments in [
                ["dataset", "verify", "--dataset", "mine"], ["dataset", "show", "CWE-601_01", "--dataset", "mine"],
                [
                    "run", "--dataset", "mine", "--model", "control:secure", "--output", "mine.run", "--task",
                    "generate",
                ],
                ["show", "mine.run", "CWE-601_01", "--dataset", "mine"], ["report", "mine.run", "--dataset", "mine"],
                ["view", "mine.run", "--dataset", "mine", "--bundle", "pages"],
                ["review", "create", "mine.review", "mine.run", "--dataset", "mine", "--rater", "ada"],
                ["dataset", "export", "--dataset", "mine", "--output", "exported"],
            ] {
                let result = try await CommandLineTool.run(arguments, environment: bench.environment, in: bench.folder)
                #expect(result.exitCode == 0, "\(arguments): \(result.errors)\(result.output)")
            }
        }
    }

    @Test func `a model that goes away loses no step`() async throws {
        try await withBench { bench in
            let stop = bench.folder.appending(path: "calls.stop")
            try Data().write(to: stop)
            let gone = try await bench.new("--timeout", "5")
            #expect(gone.exitCode == 3, "\(gone.errors)")
            try FileManager.default.removeItem(at: stop)
            let before = bench.calls
            #expect(try await bench.new().exitCode == 0)
            #expect(bench.calls == before + 9)
        }
    }

    @Test func `a record that fails is dropped, told, and counted`() async throws {
        try await withBench { bench in
            let result = try await CommandLineTool.run(
                [
                    "dataset", "new", "--type", "CWE-89", "--into", "mine", "--most-records", "2", "--most-corrections",
                    "0",
                    "--model", "python:\(bench.folder.path)/model.py:answer",
                ], environment: bench.environment, in: bench.folder)
            #expect(result.exitCode == 1)
            #expect(
                result.errors.contains("record 1: dropped at 'new': `idea.yaml`: CWE-601 is not of the type CWE-89"))
            #expect(result.output.contains("0 of 2 records became drafts"))
            let types = try String(contentsOf: bench.folder.appending(path: "mine/types.yaml"), encoding: .utf8)
            #expect(types.contains("id: CWE-89") && !types.contains("CWE-22"))
        }
    }

    @Test(arguments: [
        (["new"], 64, "--type is missing"),
        (
            ["new", "--type", "CWE-601", "--into", "mine", "--model", "control:secure"], 2,
            "there is no weakness type 'CWE-601'"
        ),
        (
            ["new", "--type", "CWE-89", "--into", "mine", "--model", "control:secure", "--count", "0"], 64,
            "--count has to be from 1"
        ),
        (["new", "--type", "CWE-89", "--into", "mine", "--model", "nobody/x"], 2, "nobody"),
        (["accept", "--dataset", "nowhere"], 2, "no dataset here"),
        (["accept", "no-such-draft"], 2, "there is no draft 'no-such-draft'"),
        (["read", "--reader", "../ada"], 64, "--reader"),
        (["drafts", "--dataset", "nowhere"], 2, "no dataset here"),
    ])
    func `what cannot be done is told in one line`(arguments: [String], code: Int32, words: String) async throws {
        try await withTemporaryFolder { folder in
            let result = try await CommandLineTool.run(["dataset"] + arguments, in: folder)
            #expect(result.exitCode == code, "\(result.errors)")
            #expect(result.errors.contains(words), "\(result.errors)")
        }
    }
}
