import Foundation
import TestSupport
import Testing

/// A review from runs to agreement, through the command line.
@Suite(.timeLimit(.minutes(5))) struct ReviewTests {
    private struct Line: Decodable {
        var item: String
        var sample: String
        var code: String
    }

    private func tool(_ line: String, in folder: URL) async throws -> CommandLineTool.Result {
        try await CommandLineTool.run(line.split(separator: " ").map(String.init), in: folder)
    }

    private func withReview(_ body: (URL) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            for control in ["secure", "insecure"] {
                let made = try await tool(
                    "run --model control/\(control) --sample CWE-89_01 --sample CWE-20_01 --attempts 2 --output \(control).run --quiet",
                    in: folder)
                #expect(made.exitCode == 0, "\(made)")
            }
            let made = try await tool(
                "review create a.review secure.run insecure.run --rater ada --rater ben", in: folder)
            #expect(made.exitCode == 0 && made.errors.contains("4 items of 8 answers"), "\(made)")
            try await body(folder)
        }
    }

    private func items(_ rater: String, in folder: URL, left: Bool = false) async throws -> [Line] {
        let shown = try await tool("review items a.review --rater \(rater)\(left ? " --left" : "")", in: folder)
        #expect(shown.exitCode == 0, "\(shown)")
        for secret in ["control", "insecure.run", "verdict", "exploited", "generate", "security/"] {
            #expect(!shown.output.contains(secret), "a rater sees '\(secret)'")
        }
        return try shown.output.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    @Test func `raters who are right agree wholly, and see nothing that tells where code is from`() async throws {
        try await withReview { folder in
            for rater in ["ada", "ben"] {
                let items = try await items(rater, in: folder)
                #expect(items.count == 4)
                let secure = try ["CWE-89/CWE-89_01", "CWE-20/CWE-20_01"].map {
                    try String(
                        contentsOf: CommandLineTool.project.appending(path: "Dataset/Samples/\($0)/secure.py"),
                        encoding: .utf8)
                }
                let lines = items.map { item in
                    let isSecure = secure.contains { $0.contains(item.code) || item.code.contains($0) }
                    return "{\"item\": \"\(item.item)\", \"verdict\": \"\(isSecure ? "secure" : "insecure")\"}\n"
                }
                try Data(lines.joined().utf8).write(to: folder.appending(path: "said.jsonl"))
                let taken = try await tool("review collect a.review said.jsonl --rater \(rater)", in: folder)
                #expect(taken.exitCode == 0 && taken.errors.contains("0 of 4 items left"), "\(taken)")
                let left = try await self.items(rater, in: folder, left: true)
                #expect(left.isEmpty)
            }
            let report = try await tool("review report a.review --format csv", in: folder)
            for who in ["ada and ben", "ada and the checks", "ben and the checks"] {
                #expect(report.output.contains("\(who),4,1.0,1.0"), "\(report)")
            }
            #expect(report.output.contains("0 of 4 items.") || !report.output.contains("review-disputed"))
        }
    }

    @Test func `a mistake in a file of judgements is told with its line, and nothing of the file is taken`()
        async throws
    {
        try await withReview { folder in
            let item = try #require(try await items("ada", in: folder).first).item
            let right = "{\"item\": \"\(item)\", \"verdict\": \"secure\"}"
            for (wrong, message) in [
                (right, "comes a second time"), ("{\"item\": \"none\", \"verdict\": \"secure\"}", "is none of ada's"),
                ("{\"item\": \"\(item)\"}", "is no judgement"),
                ("{\"item\": \"\(item)\", \"verdict\": \"fine\"}", "is no judgement"),
                ("{\"item\": \"\(item)\", \"verdict\": \"secure\", \"confidence\": 9}", "is no judgement"),
                ("[]", "is no judgement"),
            ] {
                try Data("\(right)\n\n\(wrong)\n".utf8).write(to: folder.appending(path: "said.jsonl"))
                let result = try await tool("review collect a.review said.jsonl --rater ada", in: folder)
                #expect(result.exitCode == 2 && result.errors.contains("said.jsonl:3: "), "\(result)")
                #expect(result.errors.contains(message), "\(result)")
            }
            let left = try await items("ada", in: folder, left: true)
            #expect(left.count == 4)
        }
    }

    @Test func `what a rater annotates in Label Studio comes back`() async throws {
        try await withReview { folder in
            let shown = try await tool("review items a.review --rater ada --format label-studio", in: folder)
            for secret in ["control", "insecure.run", "exploited", "generate", "security/"] {
                #expect(!shown.output.contains(secret), "a rater sees '\(secret)'")
            }
            var tasks = try #require(JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [[String: Any]])
            for place in tasks.indices {
                let verdict = ["from_name": "verdict", "value": ["choices": ["secure"]]] as [String: Any]
                tasks[place]["annotations"] = [
                    ["result": [verdict], "completed_by": 1], ["result": [], "was_cancelled": true, "completed_by": 3],
                ]
            }
            func collect(_ tasks: [[String: Any]], _ rest: String = "") async throws -> CommandLineTool.Result {
                try JSONSerialization.data(withJSONObject: tasks).write(to: folder.appending(path: "export.json"))
                return try await tool(
                    "review collect a.review export.json --rater ada --format label-studio\(rest)", in: folder)
            }
            let foreign = try await collect(tasks, " --annotator 2")
            #expect(foreign.exitCode == 2 && foreign.errors.contains("annotators are 1"), "\(foreign)")
            var second = tasks
            second[0]["annotations"] = [["result": [[String: Any]](), "completed_by": 2]]
            let unclear = try await collect(second)
            #expect(unclear.exitCode == 2 && unclear.errors.contains("annotations by 1, 2"), "\(unclear)")
            let empty = try await collect(second, " --annotator 2")
            #expect(empty.exitCode == 2 && empty.errors.contains("task 1: has no verdict"), "\(empty)")
            let left = try await items("ada", in: folder, left: true)
            #expect(left.count == 4)
            let taken = try await collect(tasks)
            #expect(taken.exitCode == 0 && taken.errors.contains("4 judgements taken; 0 of 4 items left"), "\(taken)")
            let again = try await tool("review items a.review --rater ada --format label-studio", in: folder)
            #expect(again.output.components(separatedBy: "\"choices\":[\"secure\"]").count == 5, "\(again)")
        }
    }

    @Test(arguments: [("{}", "is no export"), ("[{}]", "'data' of the task at place 1"), ("", "is no export")])
    func `what is no export of Label Studio is told, with the place`(text: String, message: String) async throws {
        try await withReview { folder in
            try Data(text.utf8).write(to: folder.appending(path: "export.json"))
            let result = try await tool(
                "review collect a.review export.json --rater ada --format label-studio", in: folder)
            #expect(result.exitCode == 2 && result.errors.contains(message), "\(result)")
        }
    }

    @Test(arguments: [
        ("review create b.review secure.run", 64, "--rater"),
        ("review create b.review secure.run --rater ada --rater ada", 64, "twice"),
        ("review create b.review secure.run --rater ada --raters 2", 64, "--raters"),
        ("review create b.review secure.run --rater a/b", 64, "a/b"),
        ("review create b.review secure.run --rater ada --stratify", 64, "--items"),
        ("review create a.review secure.run --rater ada", 2, "there already"),
        ("review create b.review none.run --rater ada", 2, "no such run"),
        ("review items a.review --rater eve", 2, "ada, ben"),
        ("review collect a.review none.json --rater ada --format label-studio", 2, "cannot be read"),
        ("review collect a.review none.jsonl --rater ada --annotator 1", 64, "label-studio"),
        ("review items none.review --rater ada", 2, "no such review"),
        ("review items secure.run --rater ada", 2, "is no review"),
        ("review merge a.review secure.run", 2, "is no review"),
        ("review report none.review", 2, "no such review"),
    ])
    func `each mistake is one line that says what is wrong`(line: String, exitCode: Int32, message: String) async throws
    {
        try await withReview { folder in
            let result = try await tool(line, in: folder)
            #expect(result.exitCode == exitCode && result.errors.contains(message), "\(result)")
        }
    }
}
