import Foundation
import TestSupport
import Testing

/// Bad input gets one clear line and exit code 2; nothing is written.
@Suite struct BadInputTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        var what: String
        var arguments: [String]
        var message: String

        var testDescription: String { what }
    }

    @Test(arguments: [
        Mistake(
            what: "an unknown provider", arguments: ["run", "--model", "opennai/gpt"], message: "did you mean 'openai'"),
        Mistake(what: "an unknown control", arguments: ["run", "--model", "control/sekure"], message: "sekure"),
        Mistake(what: "an unknown local model", arguments: ["run", "--model", "local/nothing"], message: "nothing"),
        Mistake(
            what: "an unknown type", arguments: ["run", "--model", "control/secure", "--type", "CWE-1"],
            message: "unknown weakness type 'CWE-1'"),
        Mistake(
            what: "an unknown sample", arguments: ["run", "--model", "control/secure", "--sample", "CWE-89_98"],
            message: "unknown sample 'CWE-89_98'"),
        Mistake(
            what: "a limit that is none", arguments: ["run", "--model", "control/secure", "--limit", "few"],
            message: "neither a number nor a range"),
        Mistake(
            what: "a key that is missing", arguments: ["run", "--model", "openai/gpt-4o"], message: "OPENAI_API_KEY"),
        Mistake(
            what: "a server that is not there",
            arguments: [
                "run", "--model", "openai-compatible/m", "--base-url", "http://127.0.0.1:1/v1", "--max-retries", "0",
            ],
            message: "127.0.0.1:1"),
        Mistake(
            what: "a run that is not there", arguments: ["report", "missing.run"], message: "there is no such run"),
        Mistake(
            what: "a level of the sandbox that there is not",
            arguments: ["run", "--model", "control/secure", "--sandbox-level", "1"],
            message: "the sandbox has no level 1: without namespaces the effects of an attack cannot be told from none"),
        Mistake(
            what: "a dataset that is none", arguments: ["dataset", "list", "--dataset", "/proc"],
            message: "no dataset here"),
    ])
    func `one line says what is wrong and how to mend it`(_ mistake: Mistake) async throws {
        try await withTemporaryFolder { folder in
            let result = try await CommandLineTool.run(mistake.arguments, in: folder)
            #expect(result.exitCode == 2, "\(result)")
            #expect(result.errors.contains(mistake.message), "\(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func `an unwritable output is named before anything is asked`() async throws {
        try await withTemporaryFolder { folder in
            let result = try await CommandLineTool.run(
                ["run", "--model", "control/secure", "--sample", "CWE-89_01", "--output", "/proc/nowhere/a.run"],
                in: folder)
            #expect(result.exitCode == 2, "\(result)")
            #expect(result.errors.contains("/proc/nowhere"), "\(result.errors)")
        }
    }

    @Test func `an unknown task is bad usage`() async throws {
        let result = try await CommandLineTool.run(["run", "--model", "control/secure", "--task", "generat"])
        #expect(result.exitCode == 64)
    }
}
