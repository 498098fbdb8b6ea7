import EvaluationCore
import Foundation
import RunStore
import TestSupport
import Testing

/// `dataset perturb`: a twin is right by the same proofs, and whoever understands the tasks does as well on it.
@Suite struct PerturbTests {
    static let samples = ["CWE-89_05", "CWE-352_07"]

    private func perturb(_ seed: Int, in folder: URL, _ ids: [String] = samples) async throws -> CommandLineTool.Result
    {
        try await CommandLineTool.run(
            ["dataset", "perturb", "--seed", "\(seed)", "--output", folder.path] + ids.flatMap { ["--sample", $0] })
    }

    private func text(_ path: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    @Test func `a twin in other words is green, and a control gets the verdict on it that it gets on the dataset`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let twin = folder.appending(path: "twin")
            let made = try await perturb(3, in: twin)
            #expect(made.exitCode == 0, "\(made)")
            #expect(made.output.contains("2 samples"))
            let problem = "Samples/CWE-352/CWE-352_07/problem.md"
            let (before, after) = try (
                text("Dataset/\(problem)", in: CommandLineTool.project), text(problem, in: twin)
            )
            #expect(before.contains("boarding school") && !after.contains("school"))
            #expect(before.split(separator: " ").count == after.split(separator: " ").count)

            let verified = try await CommandLineTool.run(["dataset", "verify", "--dataset", twin.path])
            #expect(verified.exitCode == 0, "\(verified)")
            for (control, verdict) in [("control/secure", Verdict.Kind.secure), ("control/insecure", .insecure)] {
                let run = folder.appending(path: "\(verdict).run")
                let result = try await CommandLineTool.run(
                    ["run", "--dataset", twin.path, "--model", control, "--task", "generate", "--output", run.path])
                #expect(result.exitCode == 0, "\(result)")
                #expect(try RunTests.verdicts(run) == [verdict, verdict])
            }
        }
    }

    @Test func `the same command goes on where it stopped, and makes the same twin as in one go`() async throws {
        try await withTemporaryFolder { folder in
            let (parts, whole) = (folder.appending(path: "parts"), folder.appending(path: "whole"))
            #expect(try await perturb(4, in: parts, ["CWE-89_05"]).exitCode == 0)
            let place = parts.appending(path: "Samples/CWE-89/CWE-89_05/problem.md")
            // Whether it is made anew can be seen by a line of ours.
            try Data((String(contentsOf: place, encoding: .utf8) + "\n").utf8).write(to: place)
            #expect(try await perturb(4, in: parts).exitCode == 0)
            #expect(try await perturb(4, in: whole).exitCode == 0)
            for path in ["CWE-89/CWE-89_05/checks/security.py", "CWE-352/CWE-352_07/checks/security.py"] {
                #expect(try text("Samples/\(path)", in: parts) == text("Samples/\(path)", in: whole))
            }
            #expect(try String(contentsOf: place, encoding: .utf8).hasSuffix("\n\n"))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: parts.path).sorted()
                    == ["README.md", "Samples", "perturbation.json", "types.yaml"])
        }
    }

    @Test func `a twin that was cut off is no dataset, and goes on with what is missing`() async throws {
        try await withTemporaryFolder { folder in
            let twin = folder.appending(path: "twin")
            let ids = Self.samples + ["CWE-22_01", "CWE-94_05"]
            let arguments = ["dataset", "perturb", "--seed", "5", "--workers", "1", "--output", twin.path]
            let tool = try CommandLineTool.start(arguments + ids.flatMap { ["--sample", $0] })
            let places = [".making/Samples", "Samples"].map { twin.appending(path: $0).path }
            while !places.contains(where: FileManager.default.fileExists) {
                try await Task.sleep(for: .milliseconds(5))
            }
            tool.kill()
            _ = try await tool.result()
            let listed = try await CommandLineTool.run(["dataset", "list", "--dataset", twin.path])
            #expect(listed.exitCode == 2 && listed.errors.contains("holds no samples"), "\(listed)")
            let finished = try await perturb(5, in: twin, ids)
            #expect(finished.exitCode == 0 && finished.output.contains("4 samples"), "\(finished)")
            let whole = try await CommandLineTool.run(["dataset", "list", "--dataset", twin.path, "--format", "json"])
            for id in ids { #expect(whole.output.contains(id), "\(id): \(whole.errors)") }
        }
    }

    @Test func `a folder of something else, or of another seed, is left as it is`() async throws {
        try await withTemporaryFolder { folder in
            let (other, twin) = (folder.appending(path: "other"), folder.appending(path: "twin"))
            try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: other.appending(path: "notes.txt"))
            let refused = try await perturb(1, in: other)
            #expect(refused.exitCode == 2 && refused.errors.contains("is there already, and no twin"), "\(refused)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == ["notes.txt"])
            #expect(try await perturb(1, in: twin, ["CWE-89_05"]).exitCode == 0)
            let again = try await perturb(2, in: twin, ["CWE-89_05"])
            #expect(again.exitCode == 2 && again.errors.contains("another seed"), "\(again)")
        }
    }
}
