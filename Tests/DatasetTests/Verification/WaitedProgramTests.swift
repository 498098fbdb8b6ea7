import Foundation
import TestSupport
import Testing

@testable import Dataset

/// A program is waited for, and its streams are files.
@Suite struct WaitedProgramTests {
    private func run(_ script: String, input: String = "") async throws -> (code: Int32, output: String, errors: String)
    {
        try await withTemporaryFolder { folder in
            let files = ["in", "out", "err"].map { folder.appending(path: $0) }
            try Data(input.utf8).write(to: files[0])
            let code = try WaitedProgram.run(
                ["/bin/sh", "-c", script], environment: ["WORD": "bell"], input: files[0], output: files[1],
                errors: files[2])
            return try (
                code, String(contentsOf: files[1], encoding: .utf8), String(contentsOf: files[2], encoding: .utf8)
            )
        }
    }

    @Test func `what it reads and writes goes through the files, and it sees the given environment alone`() async throws
    {
        let result = try await run("cat; echo $WORD$HOME; echo wrong >&2", input: "first\n")
        #expect(result.code == 0 && result.output == "first\nbell\n" && result.errors == "wrong\n")
    }

    @Test(arguments: [("exit 0", 0), ("exit 3", 3), ("exit 255", 255), ("kill -9 $$", 137), ("kill -15 $$", 143)])
    func `its end is told, by itself or by a signal`(script: String, code: Int32) async throws {
        #expect(try await run(script).code == code)
    }

    @Test func `a program that is not there is an error`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "in")
            try Data().write(to: file)
            #expect(throws: POSIXError.self) {
                try WaitedProgram.run(["/nowhere"], environment: [:], input: file, output: file, errors: file)
            }
        }
    }
}
