import Foundation
import TestSupport
import Testing

/// `run --strategy` and `secure` with a model that is a small program: it writes a hole, tests that find it, and mends it.
@Suite struct StrategyTests {
    private static let model = #"""
        import os, sys, time

        HOLE = '''
        import sqlite3

        def find_items(db_path, station, category=None):
            db = sqlite3.connect(db_path)
            sql = f"SELECT id, description FROM items WHERE claimed = 0 AND station = '{station}'"
            if category is not None:
                sql += f" AND category = '{category}'"
            rows = db.execute(sql + " ORDER BY id").fetchall()
            db.close()
            return rows
        '''
        MENDED = HOLE.replace("'{station}'\"", '?"').replace("'{category}'\"", '?"').replace(
            'sql = f', 'values = [station]\n    sql = f').replace(
            '        sql += f', '        values.append(category)\n        sql += f').replace(
            'ORDER BY id")', 'ORDER BY id", values)')
        TESTS = '''
        import sqlite3

        def make():
            db = sqlite3.connect("t.db")
            db.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, station TEXT, category TEXT, description TEXT, claimed INTEGER)")
            db.execute("INSERT INTO items VALUES (1, 'A', 'bag', 'red', 0)")
            db.commit()
            db.close()

        def test_found():
            make()
            assert find_items("t.db", "A") == [(1, "red")]

        def abuse_quote():
            make()
            assert find_items("t.db", "x' OR '1'='1") == []
        '''

        def fenced(text):
            return {"answer": f"Here:\n```python\n{text}```\n", "usage": {"prompt_tokens": 100, "completion_tokens": 50}}

        def answer(request):
            if os.environ.get("CALLS"):
                with open(os.environ["CALLS"], "a") as calls:
                    calls.write(".")
                time.sleep(float(os.environ.get("PAUSE", "0")))
            last = request["messages"][-1]["content"]
            if "Write tests" in last:
                return {"answer": "I would rather not."} if os.environ.get("NO_TESTS") else fenced(TESTS)
            return fenced(MENDED if "These fail" in last or "Name each way" in str(request["messages"]) else HOLE)
        """#

    private func withModel(_ body: (_ folder: URL, _ arguments: [String]) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "model.py")
            try Data(Self.model.utf8).write(to: file)
            try await body(folder, ["--model", "python:\(file.path):answer"])
        }
    }

    @Test func `a run with a strategy shows the way to each answer, and a report what it gained and cost`() async throws
    {
        try await withModel { folder, model in
            let names = ["plain", "tests", "resample", "review"]
            for name in names {
                let made = try await CommandLineTool.run(
                    ["run", "--sample", "CWE-89_01", "--strategy", name, "--output", "\(folder.path)/\(name).run"]
                        + model)
                #expect(made.exitCode == 0, "\(made)")
            }
            let runs = names.map { "\(folder.path)/\($0).run" }
            let report = try await CommandLineTool.run(
                ["report", "--table", "strategies", "--format", "csv"] + runs)
            let rows = report.output.split(whereSeparator: \.isNewline).map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            let header = try #require(rows.first).map(String.init)
            func value(_ name: String, _ column: String) -> String? {
                let place = header.firstIndex { $0 == column }
                return rows.first { $0.contains { $0 == name } }.flatMap { row in place.map { String(row[$0]) } }
            }
            #expect(report.exitCode == 0, "\(report)")
            let found = ["plain", "tests:2", "resample:4", "review"].map { name in
                [value(name, "sec@1"), value(name, "calls"), value(name, "tokens")].map { $0.flatMap(Double.init) }
            }
            #expect(found == [[0, 1, 150], [1, 3, 450], [0, 4, 600], [1, 4, 600]], "\(report.output)")
            let gained = try await CommandLineTool.run(["report", "--table", "strategies"] + runs)
            #expect(gained.output.contains("Over plain"), "\(gained.output)")

            let shown = try await CommandLineTool.run(["show", runs[1], "CWE-89_01"])
            for part in [
                "The way to the answer", "1. draft", "2. tests", "run-tests (1 of 2 tests pass)", "abuse_quote",
            ] {
                #expect(shown.output.contains(part), "\(part)")
            }
            let markdown = try await CommandLineTool.run(["show", runs[1], "CWE-89_01", "--format", "markdown"])
            #expect(markdown.output.contains("## The way to the answer"))
            let pages = folder.appending(path: "pages").path
            let viewed = try await CommandLineTool.run(["view", runs[1], "--bundle", pages])
            #expect(viewed.exitCode == 0, "\(viewed)")
            let page = try #require(
                try FileManager.default.subpathsOfDirectory(atPath: pages).first { $0.contains("attempt/") })
            let text = try String(contentsOfFile: "\(pages)/\(page)", encoding: .utf8)
            #expect(text.contains("The way to the answer") && text.contains("abuse_quote"))
        }
    }

    @Test func `a run that is killed between steps goes on, and pays for no step twice`() async throws {
        try await withModel { folder, model in
            let calls = folder.appending(path: "calls").path
            let arguments =
                ["run", "--sample", "CWE-89_01", "--strategy", "tests", "--output", "\(folder.path)/a.run"] + model
            var kills = 0
            while kills < 20 {
                let running = try CommandLineTool.start(arguments, environment: ["CALLS": calls, "PAUSE": "0.6"])
                let before = (try? String(contentsOfFile: calls, encoding: .utf8).count) ?? 0
                while running.process.isRunning,
                    (try? String(contentsOfFile: calls, encoding: .utf8).count) ?? 0 == before
                {
                    try await Task.sleep(for: .milliseconds(20))
                }
                // The call is under way: with the next step it is durable.
                if before < 2 { try await Task.sleep(for: .milliseconds(900)) }
                guard running.process.isRunning else { break }
                kill(running.process.processIdentifier, SIGKILL)
                _ = try await running.result()
                kills += 1
                if before >= 2 { break }
            }
            let made = try await CommandLineTool.run(arguments, environment: ["CALLS": calls])
            #expect(made.exitCode == 0, "\(made)")
            let asked = try String(contentsOfFile: calls, encoding: .utf8).count
            // Each kill loses at most the call that was under way.
            #expect((3...(3 + kills)).contains(asked), "\(asked) calls, \(kills) kills")
            let shown = try await CommandLineTool.run(["show", "\(folder.path)/a.run", "CWE-89_01"])
            #expect(shown.output.contains("SECURE"), "\(shown.output)")
        }
    }

    @Test(arguments: [
        (["--strategy", "nothing"], 64, "there is no strategy 'nothing'"),
        (["--strategy", "tests", "--task", "detect"], 2, "tasks whose answer is code"),
        (["--strategy", "tests", "--prompt-form", "completion"], 2, "is a conversation"),
    ])
    func `a strategy that cannot be is refused in one line before anything is asked`(
        options: [String], code: Int32, problem: String
    ) async throws {
        try await withModel { folder, model in
            let calls = folder.appending(path: "calls").path
            let made = try await CommandLineTool.run(
                ["run", "--sample", "CWE-89_01", "--output", "\(folder.path)/a.run"] + model + options,
                environment: ["CALLS": calls])
            #expect(made.exitCode == code)
            #expect(made.errors.contains(problem), "\(made.errors)")
            #expect(made.errors.split(separator: "\n").count == 1)
            #expect(!FileManager.default.fileExists(atPath: calls))
        }
    }

    @Test func `another strategy does not go on with a run`() async throws {
        try await withModel { folder, model in
            let arguments = ["run", "--sample", "CWE-89_01", "--output", "\(folder.path)/a.run"] + model
            _ = try await CommandLineTool.run(arguments + ["--strategy", "resample:2"])
            let other = try await CommandLineTool.run(arguments + ["--strategy", "resample:3"])
            #expect(other.exitCode == 2)
            #expect(other.errors.contains("was made with --strategy 'resample:2', not 'resample:3'"), "\(other.errors)")
        }
    }

    @Test func `secure writes a program, its tests and a report, and goes on where it was interrupted`() async throws {
        try await withModel { folder, model in
            let task = folder.appending(path: "task.md")
            try Data("Find the lost things of a station in the table items of an SQLite file.\n".utf8).write(to: task)
            let output = folder.appending(path: "out")
            let calls = folder.appending(path: "calls").path
            let arguments =
                [
                    "secure", "--problem", task.path, "--entry", "def find_items(db_path, station, category=None)",
                    "--strategy", "tests", "--output", output.path,
                ] + model
            let killed = try CommandLineTool.start(arguments, environment: ["CALLS": calls, "PAUSE": "1"])
            while (try? String(contentsOfFile: calls, encoding: .utf8).count) ?? 0 < 2, killed.process.isRunning {
                try await Task.sleep(for: .milliseconds(20))
            }
            kill(killed.process.processIdentifier, SIGKILL)
            _ = try await killed.result()
            let made = try await CommandLineTool.run(arguments, environment: ["CALLS": calls])
            #expect(made.exitCode == 0, "\(made)")
            // The draft was there already; the call that was under way is made again.
            #expect(try String(contentsOfFile: calls, encoding: .utf8).count == 4)
            #expect(made.output.contains("2 of 2 tests of the model's own pass"), "\(made.output)")
            let program = try String(contentsOf: output.appending(path: "solution.py"), encoding: .utf8)
            #expect(program.contains("values.append(category)"))
            let report = try String(contentsOf: output.appending(path: "report.md"), encoding: .utf8)
            #expect(report.contains("| abuse\\_quote | passed |"), "\(report)")
            #expect(report.contains("What is not covered"))
            #expect(
                Set(try FileManager.default.contentsOfDirectory(atPath: output.path))
                    == ["solution.py", "tests.py", "report.md", "steps.json"])
            let again = try await CommandLineTool.run(arguments)
            #expect(again.exitCode == 2)
            #expect(again.errors.contains("not empty"), "\(again.errors)")
        }
    }

    @Test func `secure says so when the model wrote no test that can be used`() async throws {
        try await withModel { folder, model in
            let task = folder.appending(path: "task.md")
            try Data("Find the lost things of a station in the table items of an SQLite file.\n".utf8).write(to: task)
            let output = folder.appending(path: "out")
            let made = try await CommandLineTool.run(
                [
                    "secure", "--problem", task.path, "--entry", "def find_items(db_path, station, category=None)",
                    "--strategy", "tests", "--output", output.path,
                ] + model, environment: ["NO_TESTS": "1"])
            #expect(made.exitCode == 0, "\(made)")
            #expect(made.output.contains("no test of the model's own could be used"), "\(made.output)")
            let report = try String(contentsOf: output.appending(path: "report.md"), encoding: .utf8)
            #expect(report.contains("no test of the model"), "\(report)")
        }
    }

    @Test(arguments: [
        (["--entry", "1f"], "names nothing that a program defines"), (["--entry", "def f()\nx"], "names nothing"),
        (["--entry", "f", "--code", "/nowhere"], "cannot be read"),
        (["--entry", "f", "--problem", "empty.md"], "is empty"),
    ])
    func `what secure cannot take is told in one line`(options: [String], problem: String) async throws {
        try await withModel { folder, model in
            let task = folder.appending(path: "task.md")
            try Data("Do it.\n".utf8).write(to: task)
            try Data(" \n".utf8).write(to: folder.appending(path: "empty.md"))
            let named = options.contains("--problem") ? [] : ["--problem", task.path]
            let made = try await CommandLineTool.run(
                ["secure", "--output", "\(folder.path)/out"] + named + model + options, in: folder)
            #expect(made.exitCode == 2)
            #expect(made.errors.contains(problem), "\(made.errors)")
            #expect(made.errors.split(separator: "\n").count == 1)
        }
    }
}
