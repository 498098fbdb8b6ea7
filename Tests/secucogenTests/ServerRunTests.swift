import EvaluationCore
import Foundation
import RunStore
import TestSupport
import Testing

/// Whole runs against servers that misbehave.
@Suite(.timeLimit(.minutes(3))) struct ServerRunTests {
    private func arguments(_ scenario: String, _ file: URL, _ more: [String] = []) -> [String] {
        RunTests.arguments(
            "openai-compatible/mock", file,
            ["--base-url", "\(MockServer.shared.address)/\(scenario)/v1", "--prompt-form", "chat"] + more)
    }

    private func script(_ name: String, _ rules: [[String: Any]]) async throws -> String {
        try await MockServer.shared.script(name, rules)
        return "scripted:always:\(name)"
    }

    /// A chat reply with this text.
    private func reply(_ text: String) throws -> String {
        let content = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        return #"{"choices":[{"message":{"content":\#(content)},"finish_reason":"stop"}]}"#
    }

    @Test func `when all is refused the run is incomplete, and the last line says why and what helps`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            let body = #"{"object":"error","message":"`max_tokens` must be at least 1, got -34","code":400}"#
            let scenario = try await script(
                "all-refused", [["status": 400, "body": body, "contains": "\"max_tokens\":1024"]])
            for _ in 0..<2 {
                let result = try await CommandLineTool.run(arguments(scenario, file))
                #expect(result.exitCode == 3, "\(result)")
                #expect(
                    result.errors.contains("all 3 answers were refused: 3 context-length (")
                        && result.errors.contains("must be at least 1, got -34")
                        && result.errors.contains("ask again with --retry-refused and a smaller --max-tokens"),
                    "\(result.errors)")
            }
            let report = try await CommandLineTool.run(["report", file.path, "--table", "causes", "--format", "json"])
            #expect(report.output.contains("refused: context-length"), "\(report)")

            let again = try await CommandLineTool.run(
                arguments(scenario, file, ["--retry-refused", "--max-tokens", "500"]))
            #expect(again.exitCode == 0, "\(again)")
            #expect(!again.errors.contains("refused"), "\(again.errors)")
            let run = try RunFile(reading: file)
            #expect(try run.results().attempts.map(\.refusal) == [nil, nil, nil])
            #expect(try run.plan().parameters.maxTokens == 1024)
            #expect(try run.plan().retriedMaxTokens == [500])
            // The run as it was planned is whole now, too.
            #expect(try await CommandLineTool.run(arguments(scenario, file)).exitCode == 0)
        }
    }

    @Test func `some refusals are counted by reason, and the run is complete`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            let problem = try String(
                contentsOf: repositoryFolder.appending(path: "Dataset/Samples/CWE-89/CWE-89_01/problem.md"),
                encoding: .utf8)
            let words = String(problem.split(separator: "\n")[0].prefix(20))
            let scenario = try await script(
                "some-refused",
                [["status": 403, "body": #"{"error":{"message":"flagged by moderation"}}"#, "contains": words]])
            let result = try await CommandLineTool.run(
                arguments(scenario, file, ["--task", "generate", "--task", "detect"]))
            #expect(result.exitCode == 0, "\(result)")
            #expect(result.errors.contains("answers were refused: "), "\(result.errors)")
            #expect(result.errors.contains(" moderation ("), "\(result.errors)")
        }
    }

    @Test func `all in the reasoning is no code, and the report says so`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            let body = #"{"choices":[{"message":{"content":null,"reasoning_content":"hm"},"finish_reason":"length"}]}"#
            let result = try await CommandLineTool.run(arguments(try await script("thought", [["body": body]]), file))
            #expect(result.exitCode == 0, "\(result)")
            let report = try await CommandLineTool.run(["report", file.path, "--table", "causes"])
            #expect(report.output.contains("all tokens went into reasoning"), "\(report)")
        }
    }

    /// A NUL that Python's tokens do not need is cut, in a string `compile` takes none; an escape in a literal is read as the character that was meant.
    @Test(arguments: [
        ("%@\ndef find_items(a, b, c=None):\n    return '\u{0}'\n", Verdict.Kind.incorrect), ("%@\n# \u{0}\n", .secure),
        ("```python\n%@\n```\n\u{0}", .secure),
        ("%@\nMARK = '#SURROGATE'\n", .secure), ("%@\n# #SURROGATE\n", .secure),
        ("```python\n%@\n```\n#SURROGATE", .secure),
    ])
    func `NUL and half a pair are stored whole and judged as Python would`(_ form: String, verdict: Verdict.Kind)
        async throws
    {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            let code = try String(
                contentsOf: repositoryFolder.appending(path: "Dataset/Samples/CWE-89/CWE-89_01/secure.py"),
                encoding: .utf8)
            let text = form.replacing("%@", with: code)
            let body = try reply(text).replacing("#SURROGATE", with: "\\ud83d")
            let name = "text-\(abs(form.hashValue))"
            var arguments = arguments(try await script(name, [["body": body]]), file)
            arguments.removeAll { ["CWE-22_01", "CWE-20_01"].contains($0) }
            arguments = arguments.enumerated().filter { index, argument in
                argument != "--sample" || arguments[index + 1] == "CWE-89_01"
            }.map(\.element)
            let result = try await CommandLineTool.run(arguments)
            #expect(result.exitCode == 0, "\(result)")
            let attempt = try #require(
                try RunFile(reading: file).attempt(AttemptKey(sample: SampleID("CWE-89_01")!, task: .generate)))
            #expect(attempt.attempt.answer?.text == text.replacing("#SURROGATE", with: "\\ud83d"))
            #expect(attempt.score?.verdict?.kind == verdict, "\(attempt.score as Any)")
        }
    }

    @Test func `a wait longer than the limit ends the run, to go on later, with one line`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            let scenario = try await script(
                "tomorrow", [["status": 429, "headers": ["Retry-After": "86400"], "body": #"{"error":"slow down"}"#]])
            let result = try await CommandLineTool.run(arguments(scenario, file))
            #expect(result.exitCode == 3, "\(result)")
            #expect(
                result.errors.contains("it asks to wait 24h 0m, which is longer than --max-wait 600 allows"),
                "\(result.errors)")
            #expect(result.errors.contains("3 answers are missing, the same command goes on"), "\(result.errors)")
        }
    }

    @Test(arguments: [SIGINT, SIGTERM], ["hangs", "backs off"])
    func `a signal ends a run that waits, and keeps what has arrived`(_ signal: Int32, how: String) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.run")
            let waiting: [String: Any] =
                how == "hangs"
                ? ["delivery": "never"]
                : ["status": 429, "headers": ["Retry-After": "300"], "body": #"{"error":"slow down"}"#]
            let name = "signal-\(signal)-\(how.count)"
            let scenario = try await script(name, [["times": 2, "body": try reply("x = 1")], waiting])
            let tool = try CommandLineTool.start(arguments(scenario, file, ["--max-connections", "1"]))
            // The first two answers are durable, and the third is waited for.
            while (try? RunFile(reading: file).results().attempts.count) != 2 {
                try await Task.sleep(for: .milliseconds(50))
            }
            if how == "backs off" {
                while try !tool.errors.contains("waiting 5m 0s") { try await Task.sleep(for: .milliseconds(50)) }
            }
            let start = ContinuousClock.now
            kill(tool.process.processIdentifier, signal)
            let result = try await tool.result()
            // The promise is two seconds; a machine under load gets some more.
            #expect(ContinuousClock.now - start < .seconds(6))
            #expect(result.exitCode == 3, "\(result)")
            #expect(result.errors.contains("interrupted; "), "\(result.errors)")
            #expect(try RunFile(reading: file).results().attempts.count == 2)
        }
    }

    @Test(arguments: [
        ["--timeout", "0"], ["--timeout", "-1"], ["--timeout", "86401"], ["--timeout", "9223372036854775807"],
        ["--max-wait", "0"],
        ["--max-wait", "100000000"], ["--max-retries", "-1"], ["--max-retries", "1000"], ["--max-connections", "0"],
        ["--max-connections", "100000"],
    ])
    func `no option makes a wait endless`(_ option: [String]) async throws {
        let result = try await CommandLineTool.run(
            ["run", "--model", "control/secure", "--output", "/nonexistent/a.run"] + [option.joined(separator: "=")])
        #expect(result.exitCode == 64, "\(result)")
        #expect(result.errors.contains("\(option[0]) has to be from "), "\(result.errors)")
    }
}

extension Score {
    var verdict: Verdict? { if case .code(_, let verdict, _) = result { verdict } else { nil } }
}
