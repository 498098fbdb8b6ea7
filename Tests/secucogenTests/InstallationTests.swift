import Foundation
import TestSupport
import Testing

/// Where secucogen looks for what it needs when it does not stand in a clone. `Scripts/test-installation` installs
/// it on systems that have nothing.
@Suite struct InstallationTests {
    /// A home as an installation lays it out, with the packages' list of this version or another.
    private func home(in folder: URL) throws -> URL {
        let home = folder.appending(path: "share/secucogen")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        for name in ["Dataset", "Runtime", "Pages", "Setup"] {
            try FileManager.default.createSymbolicLink(
                at: home.appending(path: name), withDestinationURL: CommandLineTool.project.appending(path: name))
        }
        return home
    }

    private func doctor(_ home: URL, _ environment: [String: String]) async throws -> CommandLineTool.Result {
        try await CommandLineTool.run(["doctor", "--home", home.path], environment: environment)
    }

    @Test func `without tools it says where they would be and how they come there`() async throws {
        try await withTemporaryFolder { folder in
            let home = try home(in: folder)
            let cache = folder.appending(path: "cache").path
            let result = try await doctor(home, ["XDG_CACHE_HOME": cache])
            #expect(result.exitCode == 2)
            #expect(result.errors.contains("'\(cache)/secucogen/python/bin/python3' is missing"))
            #expect(result.errors.contains("secucogen setup"))
        }
    }

    @Test func `a folder that the environment names comes before the cache`() async throws {
        try await withTemporaryFolder { folder in
            let home = try home(in: folder)
            let result = try await doctor(home, ["XDG_CACHE_HOME": "/nowhere", "SECUCOGEN_TOOLS": folder.path])
            #expect(result.errors.contains("'\(folder.path)/python/bin/python3' is missing"))
        }
    }

    @Test func `tools of another version are not used in silence`() async throws {
        try await withTemporaryFolder { folder in
            let home = try home(in: folder)
            let python = folder.appending(path: "tools/python")
            try FileManager.default.createDirectory(
                at: python.appending(path: "bin"), withIntermediateDirectories: true)
            try Data().write(to: python.appending(path: "bin/python3"))
            try Data("Flask==0.1\n".utf8).write(to: python.appending(path: "requirements.txt"))
            let result = try await doctor(home, ["SECUCOGEN_TOOLS": folder.appending(path: "tools").path])
            #expect(result.exitCode == 2)
            #expect(result.errors.contains("not those that this version of secucogen wants"))
            #expect(result.errors.contains("secucogen setup"))
        }
    }

    @Test func `setup says in one line that a machine has no suitable Python`() async throws {
        try await withTemporaryFolder { folder in
            let home = try home(in: folder)
            let tools = folder.appending(path: "tools").path
            // A PATH with the shell's tools and without any Python.
            let bin = folder.appending(path: "bin")
            try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
            for tool in ["bash", "env", "dirname", "sha256sum", "cut"] {
                try FileManager.default.createSymbolicLink(
                    at: bin.appending(path: tool), withDestinationURL: URL(filePath: "/usr/bin/\(tool)"))
            }
            let result = try await CommandLineTool.run(
                ["setup", "--home", home.path], environment: ["PATH": bin.path, "SECUCOGEN_TOOLS": tools])
            #expect(result.exitCode == 2)
            #expect(result.errors.contains("no Python from 3.11.4 to 3.13"))
            #expect(result.errors.contains("SECUCOGEN_PYTHON"))
            #expect(!FileManager.default.fileExists(atPath: tools))
        }
    }

    @Test func `the version names commit and dataset`() async throws {
        let result = try await CommandLineTool.run(["--version"])
        #expect(
            result.output.wholeMatch(
                of: /secucogen \d+\.\d+\.\d+( \([0-9a-f]{12}\))?, dataset of \d+ samples, checks [0-9a-f]{8}\n/) != nil)
    }
}
