import Foundation
import TestSupport
import Testing

/// From a figure to what decided each attempt behind it, and from two answers to why one is secure and one is not.
@Suite struct ExplainAndCompareTests {
    @Test func `each attempt behind a figure comes with the message of the check that decided`() async throws {
        try await withTemporaryFolder { folder in
            let run = try await makeRun("insecure", in: folder)
            let address = "overview/control/insecure/generate/sec@1"
            for format in ["terminal", "markdown", "csv", "json", "latex", "html"] {
                let result = try await CommandLineTool.run(["report", run, "--explain", address, "--format", format])
                #expect(result.exitCode == 0, "\(result)")
                // A terminal breaks lines; LaTeX and Markdown escape the underscore.
                let text = result.output.filter { !$0.isWhitespace && $0 != "\\" }
                #expect(text.contains("security/test_"), "\(format): \(result.output)")
                #expect(text.contains("claimed"), "\(format): \(result.output)")
            }
        }
    }

    @Test func `two answers to a task stand side by side, the deciding check below`() async throws {
        try await withTemporaryFolder { folder in
            let insecure = try await makeRun("insecure", in: folder)
            let secure = try await makeRun("secure", in: folder)
            let arguments = ["compare", insecure, secure, "--sample", "CWE-89_01"]
            let result = try await CommandLineTool.run(arguments + ["--task", "repair", "--attempt", "2"])
            #expect(result.exitCode == 0, "\(result)")
            #expect(result.output.contains("control/insecure: insecure (exploited)"))
            #expect(result.output.contains("control/secure: secure"))
            #expect(result.output.contains("attacks had no effect"))
            #expect(!result.output.contains("\u{1B}"), "a pipe is no terminal")
            let missing = try await CommandLineTool.run(arguments + ["--attempt", "3"])
            #expect(missing.exitCode == 2 && missing.errors.contains("no scored attempt 3"), "\(missing)")
        }
    }

    private func makeRun(_ control: String, in folder: URL) async throws -> String {
        let run = folder.appending(path: "\(control).run").path
        let result = try await CommandLineTool.run([
            "run", "--model", "control/\(control)", "--sample", "CWE-89_01", "--task", "generate", "--task", "repair",
            "--attempts", "2", "--output", run, "--quiet",
        ])
        try #require(result.exitCode == 0, "\(result)")
        return run
    }
}
