import EvaluationCore
import Foundation
import ModelClients
import Testing

@Suite struct InterchangeTests {
    private let samples = ["CWE-79_01", "CWE-89_01", "CWE-Aur_01"].map { SampleID($0)! }

    private func read(_ path: String) async throws -> (attempts: [Attempt], summary: AttemptImport.Summary) {
        var attempts: [Attempt] = []
        let summary = try await AttemptImport(samples: samples, task: .generate).read(path) { attempts += $0 }
        return (attempts, summary)
    }

    private func complaint(_ text: String, name: String = "attempts.jsonl") async throws -> String {
        try await withFile(text, name: name) { path in
            do {
                _ = try await read(path)
                return "none"
            } catch {
                return (error as? UserError)?.problem.replacing(path, with: "FILE") ?? "not for the user: \(error)"
            }
        }
    }

    @Test func `EvalPlus and human-eval lines become attempts, in order`() async throws {
        let lines = """
            {"task_id": "CWE-89_01", "solution": "a = 1", "completion": "ignored"}

            {"task_id": "CWE/89_01", "completion": "    return 2\\n"}
            {"task_id": "CWE-79_01", "solution": "b = 1", "task": "repair"}
            """
        let (attempts, summary) = try await withFile(lines.replacing("CWE/89", with: "CWE-89")) { try await read($0) }
        #expect(attempts.map(\.answer?.text) == ["a = 1", "    return 2\n", "b = 1"])
        #expect(attempts.map(\.key.index) == [0, 1, 0])
        #expect(attempts.map(\.key.task) == [.generate, .generate, .repair])
        #expect(summary.hasContinuations)
    }

    @Test func `unknown, repeated and missing ones are reported`() async throws {
        let lines = """
            {"task_id": "CWE-89_01", "solution": "a"}
            {"task_id": "CWE-89_01", "solution": "a"}
            {"task_id": "CWE-22_07", "solution": "a"}
            {"task_id": "CWE-79_01", "solution": "a"}
            """
        let (attempts, summary) = try await withFile(lines) { try await read($0) }
        #expect(attempts.count == 3)
        #expect(summary.unknown == [SampleID("CWE-22_07")!: 1])
        #expect(summary.repeated == 1)
        #expect(summary.missing == [SampleID("CWE-Aur_01")!])
        #expect((summary.mostAttempts, summary.fewestAttempts) == (2, 1))
    }

    @Test(arguments: [
        (
            #"{"task_id": "CWE-89_01", "text": "x"}"#,
            "FILE:1: no answer is there, neither 'solution' nor 'completion' (fields: 'task_id', 'text')"
        ),
        ("\n{\"solution\": \"x\"}", "FILE:2: the field 'task_id' is missing"),
        (#"{"task_id": 7, "solution": "x"}"#, "FILE:1: the field 'task_id' is no string"),
        (
            #"{"task_id": "HumanEval/1", "solution": "x"}"#,
            "FILE:1: the field 'task_id' is 'HumanEval/1', and no sample has such a name"
        ),
        (#"{"task_id": "CWE-89_01", "solution": "x", "task": "write"}"#, "FILE:1: the field 'task' is 'write'"),
        (#"{"task_id": "CWE-89_01", "solut"#, "FILE:1: the line is no whole JSON"),
        ("{}\n[1]", "FILE:1: the field 'task_id' is missing"),
    ])
    func `a broken line is named with its field`(_ text: String, problem: String) async throws {
        #expect(try await complaint(text) == problem)
    }

    @Test(arguments: [
        (#"[["a"], ["b", 3]]"#, "FILE[1][0]: the file holds something that is no string"),
        (#"[{"a": 1}]"#, "FILE[0][0]: the file is no list of lists"),
        (#"[["a"]"#, "FILE[0][0]: the file ends before the list is closed"),
        (#"[["a", "b"#, "FILE[0][1]: the file ends inside a string"),
        (#"[["a"], [], [], ["b"]]"#, "'FILE' has lists for more than 3 samples, and 3 are expected"),
        (#"[["a"], ["b"]]"#, "'FILE' has lists for 2 samples, and 3 are expected"),
    ])
    func `a broken list is named with its place`(_ text: String, problem: String) async throws {
        #expect(try await complaint(text, name: "generations.json") == problem)
    }

    @Test func `a list by position follows the dataset's order`() async throws {
        let text = "[[\"a\\n\\u00e9\\\"\"],\n [], [\"b\", \"c\"]]\n"
        let (attempts, summary) = try await withFile(text, name: "generations.json") { try await read($0) }
        #expect(attempts.map(\.key.sample.description) == ["CWE-79_01", "CWE-Aur_01", "CWE-Aur_01"])
        #expect(attempts.map(\.answer?.text) == ["a\né\"", "b", "c"])
        #expect(summary.missing == [SampleID("CWE-89_01")!])
    }

    @Test(arguments: InterchangeFormat.allCases, ["", ".gz"])
    func `what is written is read back`(_ format: InterchangeFormat, packing: String) async throws {
        if format == .evalPlusFolder, !packing.isEmpty { return }
        let name =
            switch format {
            case .evalPlus, .humanEval: "out.jsonl"
            case .generations: "out.json"
            case .evalPlusFolder: "out"
            }
        let written = samples.flatMap { sample in
            (0..<3).map { ImportedAttempt(sample: sample, index: $0, text: "x = '\($0) \(sample)'\né\n") }
        }
        try await withFile("") { file in
            let path = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(name + packing)
                .path
            try AttemptExport(format: format, samples: samples).write(written, to: path)
            let (attempts, summary) = try await read(path)
            #expect(attempts.map(\.answer?.text) == written.map(\.text))
            #expect(attempts.map(\.key.index) == written.map(\.index))
            #expect(summary.missing.isEmpty && summary.unknown.isEmpty)
        }
    }

    @Test func `a torn gzip file is noticed`() async throws {
        #expect(try await complaint("no gzip", name: "a.jsonl.gz") == "'FILE' is no whole gzip file")
    }

    @Test func `a list that is larger than any buffer is read whole`() async throws {
        let long = String(repeating: "x", count: 100_000)
        let text = "[" + (0..<3).map { "[\"\(long)\($0)\", \"\($0)\(long)\"]" }.joined(separator: ",") + "]"
        let (attempts, _) = try await withFile(text, name: "generations.json") { try await read($0) }
        #expect(attempts.map { $0.answer?.text.utf8.count } == Array(repeating: 100_001, count: 6))
        #expect(attempts.last?.answer?.text == "2\(long)")
    }
}
