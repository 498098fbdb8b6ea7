import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3))) struct GateTests {
    private static let samples = ["--sample", "CWE-89_01", "--sample", "CWE-79_01", "--quiet"]

    private func run(_ model: String, _ gates: [String], in folder: URL) async throws -> CommandLineTool.Result {
        try await CommandLineTool.run(
            [
                "run", "--model", model, "--output", folder.appending(path: "a.run").path, "--task", "generate",
                "--task", "detect",
            ]
                + Self.samples + gates)
    }

    @Test func `all gates that fail are named, each in the unit of the tables`() async throws {
        try await withTemporaryFolder { folder in
            let result = try await run(
                "control/insecure",
                [
                    "--fail-under", "sec@1=0.5", "--fail-under", "codebleu@1[generate]=99", "--fail-over",
                    "insecure[CWE-89]=0.1",
                    "--fail-over", "secure=0.5", "--fail-under", "accuracy[detect]=0",
                ], in: folder)
            #expect(result.exitCode == 1, "\(result)")
            for gate in [
                "sec@1=0.5: 0.0000 for generate", "codebleu@1[generate]=99:",
                "insecure[CWE-89]=0.1: 1.0000 for generate, CWE-89",
            ] {
                #expect(result.errors.contains("gate \(gate)"), "\(result.errors)")
            }
            #expect(!result.errors.contains("gate secure=0.5") && !result.errors.contains("gate accuracy"))
        }
    }

    @Test func `a run that is there is gated by score and report, and fails while it is incomplete`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await run("control/insecure", ["--no-score"], in: folder)
            for gate in [["--fail-over", "insecure=0.5"], ["--fail-under", "sec@1=0"]] {
                let open = try await CommandLineTool.run(["report", "a.run"] + gate, in: folder)
                #expect(open.exitCode == 1 && open.errors.contains("2 are not scored"), "\(open)")
            }
            let scored = try await CommandLineTool.run(
                ["score", "a.run", "--fail-over", "insecure[cwe-89]=0.5", "--fail-under", "sec@1=0"], in: folder)
            #expect(scored.exitCode == 1, "\(scored)")
            #expect(scored.errors.contains("gate insecure[cwe-89]=0.5: 1.0000 for generate, CWE-89"), "\(scored)")
            let reported = try await CommandLineTool.run(
                ["report", "a.run", "--table", "overview", "--fail-under", "sec@1=0"], in: folder)
            #expect(reported.exitCode == 0 && reported.output.contains("SEC@1"), "\(reported)")
            let impossible = try await CommandLineTool.run(
                ["report", "a.run", "--fail-under", "sec@3=0"], in: folder)
            #expect(impossible.exitCode == 2 && impossible.output.isEmpty, "\(impossible)")
        }
    }

    @Test func `a report of several runs names the one whose gate fails`() async throws {
        try await withTemporaryFolder { folder in
            for name in ["secure", "insecure"] {
                _ = try await CommandLineTool.run(
                    ["run", "--model", "control/\(name)", "--output", "\(name).run"] + Self.samples, in: folder)
            }
            let result = try await CommandLineTool.run(
                ["report", "secure.run", "insecure.run", "--fail-under", "sec@1=0.5"], in: folder)
            #expect(result.exitCode == 1 && result.output.contains("SEC@1"), "\(result)")
            #expect(result.errors.contains("sec@1=0.5: 0.0000 for control/insecure, generate"), "\(result)")
            #expect(!result.errors.contains("control/secure"))
        }
    }

    @Test func `gates that hold are silent`() async throws {
        try await withTemporaryFolder { folder in
            let result = try await run(
                "control/secure",
                [
                    "--fail-under", "sec@1=1", "--fail-under", "codebleu@1=100", "--fail-over",
                    "insecure[generate,cwe-89]=0",
                ],
                in: folder)
            #expect(result.exitCode == 0, "\(result)")
            #expect(!result.errors.contains("gate"))
        }
    }

    @Test func `a gate that the run cannot have is refused before anything is asked`() async throws {
        try await withTemporaryFolder { folder in
            let result = try await run("control/secure", ["--fail-under", "sec@2=0.5"], in: folder)
            #expect(result.exitCode == 2)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func `a run that is there is named with each of its tasks once`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await run("control/secure", [], in: folder)
            let refused = try await run("control/secure", ["--fail-under", "sec@1[repair]=0.5"], in: folder)
            #expect(refused.exitCode == 2)
            #expect(refused.errors.contains("the run's tasks are generate, detect\n"), "\(refused.errors)")
        }
    }
}
