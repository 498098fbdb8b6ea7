import EvaluationCore
import Foundation
import ModelClients
import RunStore
import TestSupport
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Prompts out, answers in: a run whose model is reached by other programs.
@Suite(.timeLimit(.minutes(3))) struct BatchTests {
    private typealias Line = [String: Any]
    private let questions = ["--task", "all", "--attempts", "2", "--label", "the model"]

    private func tool(_ arguments: [String], in folder: URL) async throws -> CommandLineTool.Result {
        try await CommandLineTool.run(arguments, in: folder)
    }

    private func prompts(
        _ more: [String] = [], model: String = "openai-compatible/mock", in folder: URL
    ) async throws -> CommandLineTool.Result {
        let samples = RunTests.samples.flatMap { ["--sample", $0] }
        return try await tool(
            ["prompts", "--model", model, "--output", "batch.run", "--requests", "requests.jsonl"] + samples + more,
            in: folder)
    }

    private func lines(_ name: String, in folder: URL) throws -> [Line] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? Line)
        }
    }

    private func write(_ lines: [Line], _ name: String, in folder: URL) throws {
        let texts = try lines.map { try JSONSerialization.data(withJSONObject: $0) + Data("\n".utf8) }
        try texts.reduce(Data(), +).write(to: folder.appending(path: name))
    }

    /// One that refuses everything about CWE-22_01 as a moderated server does, and rejects what is about CWE-20_01.
    private func server(_ name: String) async throws -> String {
        func words(_ sample: String) throws -> String {
            let type = sample.split(separator: "_")[0]
            let text = try String(
                contentsOf: repositoryFolder.appending(path: "Dataset/Samples/\(type)/\(sample)/problem.md"),
                encoding: .utf8)
            return String(text.split(separator: "\n")[0].prefix(30))
        }
        try await MockServer.shared.script(
            name,
            [
                [
                    "status": 400, "body": #"{"error":{"code":"content_filter","message":"filtered"}}"#,
                    "contains": try words("CWE-22_01"),
                ],
                [
                    "status": 400, "body": #"{"error":{"message":"I dislike this"}}"#,
                    "contains": try words("CWE-20_01"),
                ],
            ])
        return "\(MockServer.shared.address)/scripted:always:\(name)"
    }

    /// What stands in for an offline engine: asks for each line what the line says, and writes what came of it.
    private func answered(_ line: Line, by server: String) async throws -> Line {
        var request = URLRequest(url: try #require(URL(string: server + (line["url"] as? String ?? ""))))
        request.httpMethod = "POST"
        request.httpBody = try JSONSerialization.data(
            withJSONObject: try #require(line["body"]), options: [.sortedKeys, .withoutEscapingSlashes])
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = try #require((response as? HTTPURLResponse)?.statusCode)
        return [
            "id": "batch_req_1", "custom_id": try #require(line["custom_id"]), "error": NSNull(),
            "response": [
                "status_code": status, "request_id": "r", "body": try JSONSerialization.jsonObject(with: data),
            ],
        ]
    }

    @Test func `a plan that an offline engine answered gives the same tables as over HTTP, byte for byte`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let server = try await server("batch")
            let asked = try await tool(
                ["run", "--model", "openai-compatible/mock", "--base-url", "\(server)/v1", "--output", "http.run"]
                    + RunTests.samples.flatMap { ["--sample", $0] } + questions + ["--quiet"], in: folder)
            #expect(asked.exitCode == 0, "\(asked)")

            let written = try await prompts(questions, in: folder)
            #expect(written.exitCode == 0 && written.errors.contains("requests: requests.jsonl"), "\(written)")
            let requests = try lines("requests.jsonl", in: folder)
            var results: [Line] = []
            for request in requests { results.append(try await answered(request, by: server)) }
            #expect(results.count == 42)
            // In any order, in parts, twice, with what failed and what belongs to nobody.
            results.shuffle()
            let failed: [Line] = results.prefix(3).map {
                [
                    "id": "x", "custom_id": $0["custom_id"]!, "response": NSNull(),
                    "error": ["code": "batch_expired", "message": "too late"],
                ]
            }
            let foreign: Line = ["custom_id": "CWE-99_01--generate--1", "response": results[0]["response"]!]
            try write(failed + results[3..<20] + [foreign] + results[10..<20], "part-1.jsonl", in: folder)
            let first = try await tool(["import", "part-1.jsonl", "--into", "batch.run"], in: folder)
            #expect(first.exitCode == 0, "\(first)")
            for message in ["10 were there already", "1 belong to no question", "3 failed: ", "too late", "are left"] {
                #expect(first.output.contains(message) || first.errors.contains(message), "\(message): \(first)")
            }
            // The same command writes the rest, which is all that is missing.
            _ = try await prompts(questions, in: folder)
            let rest = Set(try lines("requests.jsonl", in: folder).compactMap { $0["custom_id"] as? String })
            let taken = Set(results[3..<20].compactMap { $0["custom_id"] as? String })
            #expect(rest == Set(requests.compactMap { $0["custom_id"] as? String }).subtracting(taken))
            try write(results.filter { rest.contains($0["custom_id"] as? String ?? "") }, "part-2.jsonl", in: folder)
            let second = try await tool(["import", "part-2.jsonl", "--into", "batch.run"], in: folder)
            #expect(second.exitCode == 0 && !second.errors.contains("are left"), "\(second)")
            let nothing = try await prompts(questions, in: folder)
            #expect(nothing.errors.contains("nothing is left to ask"), "\(nothing)")

            let scored = try await tool(["score", "batch.run"], in: folder)
            #expect(scored.exitCode == 0, "\(scored)")
            for format in ["csv", "markdown", "latex"] {
                var reports: [String] = []
                for run in ["http.run", "batch.run"] {
                    let report = try await tool(["report", run, "--format", format], in: folder)
                    reports.append(report.output.replacing(run, with: "RUN"))
                }
                #expect(reports[0].contains("the model"))
                #expect(reports[0] == reports[1])
            }
        }
    }

    @Test func `Anthropic's and our own form go out and come back`() async throws {
        for (format, model) in [("anthropic-batch", "anthropic/claude"), ("jsonl", "openai-compatible/mine")] {
            try await withTemporaryFolder { folder in
                let written = try await prompts(
                    ["--format", format, "--system-prompt", "Be brief."], model: model, in: folder)
                #expect(written.exitCode == 0, "\(written)")
                var ids: [String] = []
                if format == "jsonl" {
                    let requests = try lines("requests.jsonl", in: folder)
                    ids = requests.compactMap { $0["id"] as? String }
                    let roles = (requests[0]["messages"] as? [Line])?.compactMap { $0["role"] as? String }
                    #expect(roles == ["system", "user"])
                } else {
                    let data = try Data(contentsOf: folder.appending(path: "requests.jsonl"))
                    let whole = try #require(JSONSerialization.jsonObject(with: data) as? [String: [Line]])
                    ids = try #require(whole["requests"]).compactMap { $0["custom_id"] as? String }
                    let body = whole["requests"]?.first?["params"] as? Line
                    #expect(body?["model"] as? String == "claude" && body?["system"] as? String == "Be brief.")
                    #expect(body?["max_tokens"] as? Int == 1024)
                }
                #expect(ids.count == 3)
                let answers: [Line] = ids.map { id in
                    let text = "```python\nx = 1\n```"
                    let message: Line = [
                        "type": "message", "content": [["type": "text", "text": text]], "stop_reason": "end_turn",
                    ]
                    return format == "jsonl"
                        ? ["id": id, "answer": text]
                        : ["custom_id": id, "result": ["type": "succeeded", "message": message]]
                }
                try write(answers, "answers.jsonl", in: folder)
                let taken = try await tool(["import", "answers.jsonl", "--into", "batch.run"], in: folder)
                #expect(taken.exitCode == 0 && taken.output.contains("3 answers taken"), "\(taken)")
                let run = try RunFile(reading: folder.appending(path: "batch.run"))
                #expect(try run.results().attempts.count == 3)
            }
        }
    }

    @Test func `of a file with a line that cannot be read nothing is taken`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await prompts(["--format", "jsonl"], in: folder)
            let right = #"{"id": "CWE-89_01--generate--1", "answer": "x = 1"}"#
            for wrong in ["{", "[]", #"{"answer": "x"}"#, "null"] {
                try Data("\(right)\n\(wrong)\n".utf8).write(to: folder.appending(path: "answers.jsonl"))
                let result = try await tool(["import", "answers.jsonl", "--into", "batch.run"], in: folder)
                #expect(result.exitCode == 2 && result.errors.contains("answers.jsonl:2: "), "\(result)")
            }
            let run = try RunFile(reading: folder.appending(path: "batch.run"))
            #expect(try run.results().attempts.isEmpty)
        }
    }

    @Test(arguments: [
        (["import", "a.jsonl"], 64, "--output or --into"), (["import", "a.jsonl", "--output", "x.run"], 64, "--label"),
        (["import", "a.jsonl", "--into", "batch.run", "--label", "x"], 64, "--label"),
        (["import", "a.jsonl", "--into", "none.run"], 2, "none.run"),
        (["import", "none.jsonl", "--into", "batch.run"], 2, "cannot be read"),
        (["prompts", "--model", "nobody/x", "--output", "b.run"], 2, "no model provider"),
        (
            ["prompts", "--model", "anthropic/x", "--output", "b.run", "--prompt-form", "completion"], 2,
            "chat prompts only"
        ),
        (
            ["prompts", "--model", "openai-compatible/x", "--output", "b.run", "--prompt-form", "infill"], 2,
            "--infill-template"
        ),
        (["prompts", "--model", "openai-compatible/other", "--output", "batch.run"], 2, "--model"),
    ])
    func `each mistake is one line that says what is wrong`(arguments: [String], exitCode: Int32, message: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            _ = try await prompts(in: folder)
            let result = try await tool(arguments, in: folder)
            #expect(result.exitCode == exitCode && result.errors.contains(message), "\(result)")
        }
    }
}
