import Foundation
import TestSupport
import Testing

/// `secucogen judge`, as other programs use it.
@Suite struct JudgeTests {
    @Test func `a completion goes on from the prompt of its task`() async throws {
        try await withTemporaryFolder { folder in
            let shown = try await CommandLineTool.run(
                ["dataset", "show", "CWE-89_01", "--task", "generate", "--prompt-form", "completion"])
            #expect(shown.output.contains("def find_items(db_path, station, category=None):"))
            let body = [
                "    import sqlite3", "    connection = sqlite3.connect(db_path)", "    try:",
                "        return connection.execute(",
                "            'SELECT id, description FROM items WHERE claimed = 0 AND station = ?'",
                "            ' AND (? IS NULL OR category = ?) ORDER BY id', [station, category, category]).fetchall()",
                "    finally:", "        connection.close()", "",
            ].joined(separator: "\n")
            let line = try Self.line(["task_id": "CWE-89_01", "completion": body, "task": "generate"])
            try Data(line.utf8).write(to: folder.appending(path: "in.jsonl"))
            let result = try await CommandLineTool.run(["judge", "in.jsonl", "--with-code"], in: folder)
            let reply = try Self.object(try #require(result.output.split(separator: "\n").last))
            #expect(reply["verdict"] as? String == "secure", "\(result)")
            #expect((reply["code"] as? String)?.hasPrefix("def find_items(") == true)
        }
    }

    @Test(arguments: [("secure.py", "secure"), ("insecure.py", "insecure")])
    func `a program in a file is judged as it stands`(file: String, verdict: String) async throws {
        let folder = CommandLineTool.project.appending(path: "Dataset/Samples/CWE-94/CWE-94_05")
        let result = try await CommandLineTool.run(["judge", "--sample", "CWE-94_05", file], in: folder)
        #expect(result.exitCode == 0, "\(result)")
        let reply = try Self.object(try #require(result.output.split(separator: "\n").last))
        #expect(reply["verdict"] as? String == verdict && reply["task_id"] as? String == "CWE-94_05")
    }

    @Test func `a program for a sample that there is not, or that cannot be read, is told`() async throws {
        let folder = CommandLineTool.project.appending(path: "Dataset/Samples/CWE-94/CWE-94_05")
        let other = try await CommandLineTool.run(["judge", "--sample", "CWE-94_99", "secure.py"], in: folder)
        #expect(other.exitCode != 0 && other.output.contains("CWE-94_99"), "\(other)")
        let none = try await CommandLineTool.run(["judge", "--sample", "CWE-94_05", "none.py"], in: folder)
        #expect(none.exitCode != 0 && none.errors.contains("none.py"), "\(none)")
    }

    @Test func `limits can be lowered, and the verdicts are then of another scorer`() async throws {
        try await withTemporaryFolder { folder in
            let loop = "def find_items(db_path, station, category=None):\n    while True:\n        pass\n"
            try Data(loop.utf8).write(to: folder.appending(path: "loop.py"))
            var scorers: Set<String> = []
            for (limits, says) in [
                (["--cpu-seconds", "1"], "processor time limit of 1 s"), (["--cpu-seconds", "2"], "limit of 2 s"),
            ] {
                let result = try await CommandLineTool.run(
                    ["judge", "--sample", "CWE-89_01", "loop.py"] + limits, in: folder)
                let lines = try result.output.split(separator: "\n").map(Self.object)
                try scorers.insert(#require(lines.first?["scorer"] as? String))
                #expect(lines.last?["cause"] as? String == "limit:cpu", "\(result)")
                #expect((lines.last?["detail"] as? String)?.contains(says) == true, "\(result)")
            }
            // A limit above the sample's own lowers nothing.
            try Data().write(to: folder.appending(path: "none.jsonl"))
            for limits in [[], ["--cpu-seconds", "600", "--wall-seconds", "600"]] {
                let result = try await CommandLineTool.run(["judge", "none.jsonl"] + limits, in: folder)
                let ready = try Self.object(try #require(result.output.split(separator: "\n").first))
                try scorers.insert(#require(ready["scorer"] as? String))
            }
            #expect(scorers.count == 3)
            let wrong = try await CommandLineTool.run(["judge", "none.jsonl", "--cpu-seconds", "0"], in: folder)
            #expect(wrong.exitCode == 64 && wrong.errors.contains("--cpu-seconds is at least 1"), "\(wrong)")
        }
    }

    @Test func `programs and answers get the verdicts that a run gives them`() async throws {
        try await withTemporaryFolder { folder in
            var lines: [String] = []
            var expected: [[String: String]] = []
            for model in ["secure", "insecure"] {
                let run = folder.appending(path: "\(model).run").path
                let answers = folder.appending(path: "\(model).jsonl").path
                let samples = ["--sample", "CWE-89_01", "--sample", "CWE-79_01"]
                _ = try await CommandLineTool.run(["run", "--model", "control/\(model)", "--output", run] + samples)
                _ = try await CommandLineTool.run(["export", run, "--output", answers])
                for line in try String(contentsOf: URL(filePath: answers), encoding: .utf8).split(separator: "\n") {
                    let record = try Self.object(line)
                    let (task, text) = (record["task_id"] as! String, record["solution"] as! String)
                    lines += try [["code": text], ["answer": "Here:\n```python\n\(text)\n```\nGood luck!"]].map {
                        try Self.line($0.merging(["task_id": task]) { $1 })
                    }
                    expected += Array(repeating: ["task_id": task, "verdict": model], count: 2)
                }
            }
            #expect(lines.count == 8)
            try Data((lines.joined(separator: "\n")).utf8).write(to: folder.appending(path: "in.jsonl"))
            let result = try await CommandLineTool.run(["judge", "in.jsonl", "--codebleu", "--with-code"], in: folder)
            #expect(result.exitCode == 0, "\(result)")
            let replies = try result.output.split(separator: "\n").map(Self.object)
            #expect(replies.first?["type"] as? String == "ready")
            #expect(replies.first?["interface"] as? Int == 1)
            #expect(
                replies.dropFirst().map { $0.compactMapValues { $0 as? String }.filter { expected[0][$0.key] != nil } }
                    == expected)
            for reply in replies.dropFirst() {
                let isSecure = reply["verdict"] as? String == "secure"
                #expect((reply["codebleu"] as? Double == 100) == isSecure)
                #expect((reply["check"] == nil) == isSecure, "\(reply)")
                #expect((reply["code"] as? String)?.contains("def ") == true)
            }
        }
    }

    @Test func `every line that means nothing gets a line that says so, and the others are judged`() async throws {
        try await withTemporaryFolder { folder in
            let broken = [
                "", "{", "[]", "7", "\"x\"", "null", "{}", #"{"task_id": 3, "code": "x"}"#,
                #"{"task_id": "CWE-89_01"}"#,
                #"{"task_id": "CWE-89_99", "code": "x"}"#, #"{"task_id": "CWE-89_01", "code": 1}"#,
                #"{"task_id": "CWE-89_01", "code": "x", "answer": "y"}"#,
                #"{"task_id": "CWE-89_01", "completion": "x", "task": "detect"}"#, "\u{1b}[31m",
                "{\"task_id\": \"\\ud800\"}",
            ]
            let good = #"{"id": {"aB": [1, 2.5, true, null, "\u2028"]}, "task_id": "cwe-89/01", "code": "import os"}"#
            let lines = (0..<1005).map { $0 % 335 == 334 ? good : broken[$0 % broken.count] }
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: "in.jsonl"))
            let result = try await CommandLineTool.run(["judge", "in.jsonl"], in: folder)
            #expect(result.exitCode == 2, "\(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
            let replies = try result.output.split(separator: "\n").map(Self.object).dropFirst()
            let wrong = zip(lines, 1...).filter { $0.0 != good && !$0.0.isEmpty }.map(\.1)
            #expect(replies.filter { $0["type"] as? String == "error" }.map { $0["line"] as? Int } == wrong)
            let judged = replies.filter { $0["type"] as? String == "verdict" }
            #expect(judged.map { $0["verdict"] as? String } == ["incorrect", "incorrect", "incorrect"])
            for reply in judged {
                let id = try JSONSerialization.data(withJSONObject: reply["id"] ?? 0, options: [.sortedKeys])
                #expect(String(decoding: id, as: UTF8.self) == "{\"aB\":[1,2.5,true,null,\"\u{2028}\"]}")
            }
        }
    }

    @Test func `a program at the other end gets each verdict before it sends the next line`() async throws {
        try await withTemporaryFolder { folder in
            let script = """
                coproc judge { $SECUCOGEN judge; }
                read -r ready <&"${judge[0]}"
                for number in 1 2 3; do
                  echo '{"id": '$number', "task_id": "CWE-89_01", "code": "x = '$number'"}' >&"${judge[1]}"
                  read -r -t 60 reply <&"${judge[0]}" || exit 9
                  echo "$reply"
                done
                exec {judge[1]}>&-
                wait "$judge_PID"
                """
            let result = try await CommandLineTool.shell(script, in: folder)
            #expect(result.exitCode == 0, "\(result)")
            #expect(try result.output.split(separator: "\n").map { try Self.object($0)["id"] as? Int } == [1, 2, 3])
        }
    }

    @Test func `a reader who has seen enough ends it, while the writer still writes`() async throws {
        try await withTemporaryFolder { folder in
            let line = #"{"task_id": "CWE-89_01", "code": "import os"}"#
            let script =
                "(while echo '\(line)'; do :; done) 2>/dev/null | (timeout 100 $SECUCOGEN judge; echo $? >&2) | head -n 3"
            let result = try await CommandLineTool.shell(script, in: folder)
            #expect(result.output.split(separator: "\n").count == 3)
            #expect(result.errors == "0\n", "\(result.errors)")
        }
    }

    @Test func `a line without end is dropped and named, and what comes after it is judged`() async throws {
        try await withTemporaryFolder { folder in
            let script = """
                (echo; head -c 40000000 /dev/zero | tr '\\0' a; echo; echo '{"task_id": "CWE-89_01", "code": "x"}') | $SECUCOGEN judge
                """
            let result = try await CommandLineTool.shell(script, in: folder)
            let replies = try result.output.split(separator: "\n").map(Self.object)
            #expect(replies.map { $0["type"] as? String } == ["ready", "error", "verdict"])
            #expect(replies[1]["line"] as? Int == 2)
            #expect((replies[1]["error"] as? String)?.contains("longer than 16 MiB") == true)
        }
    }

    @Test func `an output that is there already is left as it is`() async throws {
        try await withTemporaryFolder { folder in
            let result = try await CommandLineTool.shell(
                "echo kept > out; echo | $SECUCOGEN judge --output out; echo $?; cat out; echo | $SECUCOGEN judge missing",
                in: folder)
            #expect(result.output == "2\nkept\n")
            #expect(result.errors.contains("out: cannot be made") && result.errors.contains("'missing' cannot be read"))
        }
    }

    private static func object(_ line: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }

    private static func line(_ fields: [String: String]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self)
    }
}
