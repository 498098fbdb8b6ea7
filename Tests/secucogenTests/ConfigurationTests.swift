import Foundation
import TestSupport
import Testing

/// Values that stay the same from run to run stand in a file or in the environment; what is said on the command line wins.
@Suite struct ConfigurationTests {
    /// Runs `secucogen run --dry-run` beside a file of this content.
    private static func dryRun(
        _ arguments: [String] = [], file: String, own: String? = nil, environment: [String: String] = [:]
    ) async throws -> CommandLineTool.Result {
        try await withTemporaryFolder { folder in
            try file.write(to: folder.appending(path: "secucogen.yaml"), atomically: true, encoding: .utf8)
            var environment = environment
            if let own {
                let place = folder.appending(path: "config/secucogen")
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                try own.write(to: place.appending(path: "secucogen.yaml"), atomically: true, encoding: .utf8)
                environment["XDG_CONFIG_HOME"] = folder.appending(path: "config").path
            }
            return try await CommandLineTool.run(
                ["run", "--home", CommandLineTool.project.path, "--sample", "CWE-89_01", "--dry-run"] + arguments,
                environment: environment, in: folder)
        }
    }

    @Test func `the file beside the work gives what the command line leaves out, and it is told`() async throws {
        let result = try await Self.dryRun(file: "model: openai/gpt-4o-mini\nattempts: 7\nno-seed: true\n")
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.contains("7 calls"), "\(result.output)")
        #expect(result.errors.contains("from secucogen.yaml: model, no-seed, attempts"), "\(result.errors)")
    }

    @Test func `the command line wins over the environment, that over the file, that over the user's own`() async throws
    {
        let file = "model: openai/gpt-4o-mini\nattempts: 2\n"
        let own = "attempts: 3\nmax-tokens: 77\n"
        let variables = ["SECUCOGEN_ATTEMPTS": "5"]
        let calls = [
            try await Self.dryRun(["--attempts", "7"], file: file, own: own, environment: variables),
            try await Self.dryRun(["--epochs=7"], file: file, own: own, environment: variables),
            try await Self.dryRun(file: file, own: own, environment: variables),
            try await Self.dryRun(file: file, own: own),
        ].map(\.output)
        for (output, expected) in zip(calls, ["7 calls", "7 calls", "5 calls", "2 calls"]) {
            #expect(output.contains(expected), "\(output)")
        }
        #expect(calls[3].contains("at most \(2 * 77) out"), "\(calls[3])")
    }

    @Test func `a flag may be switched off, and an empty file says nothing`() async throws {
        let off = try await Self.dryRun(file: "model: control/secure\nno-seed: false\n")
        #expect(off.exitCode == 0 && off.errors == "secucogen: from secucogen.yaml: model\n", "\(off.errors)")
        for empty in ["", "\n", "# nothing\n", "{}\n"] {
            let result = try await Self.dryRun(["--model", "control/secure"], file: empty)
            #expect(result.exitCode == 0 && result.errors.isEmpty, "\(result.errors)")
        }
    }

    @Test(arguments: [
        ("modle: control/secure\n", "secucogen.yaml:1: there is no key 'modle' here; did you mean 'model'?"),
        ("model: control/secure\n\nmodel:\n  - a\n", "secucogen.yaml"),
        ("model: control/secure\ntemperature: [0.1]\n", "secucogen.yaml:2: 'temperature' has to be one value"),
        ("- model\n", "secucogen.yaml: expected keys and values"),
        ("model: a: b\n", "secucogen.yaml: not valid YAML"),
        ("no-seed: maybe\nmodel: control/secure\n", "secucogen.yaml: 'no-seed' has to be true or false, not 'maybe'"),
        ("model: control/secure\ntimeout: soon\n", "'soon'"),
        ("api-key: sk-123\n", "there is no key 'api-key'"),
    ])
    func `a mistake in the file is told in one line`(_ file: String, _ message: String) async throws {
        let result = try await Self.dryRun(file: file)
        #expect(result.exitCode != 0)
        let lines = result.errors.split(separator: "\n").filter { !$0.contains("secucogen: from ") }
        #expect(lines.count == 1 && lines[0].contains(message), "\(result.errors)")
    }

    @Test func `a command that takes nothing from it does not mind a broken file`() async throws {
        try await withTemporaryFolder { folder in
            try "][".write(to: folder.appending(path: "secucogen.yaml"), atomically: true, encoding: .utf8)
            let result = try await CommandLineTool.run(
                ["dataset", "list", "--home", CommandLineTool.project.path], in: folder)
            #expect(result.exitCode == 0 && result.errors.isEmpty, "\(result.errors)")
        }
    }

    @Test func `every key is an option of the commands that it is for`() async throws {
        for (command, keys) in [
            (["run"], ["model", "base-url", "prices", "cold-sandbox"]), (["score"], ["workers"]),
            (["judge"], ["sandbox-level"]), (["dataset", "verify"], ["workers"]),
        ] {
            let help = try await CommandLineTool.run(command + ["--help"]).output
            for key in keys { #expect(help.contains("--\(key)"), "\(command) has no --\(key)") }
        }
    }
}
