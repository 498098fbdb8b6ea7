import EvaluationCore
import Foundation
import ModelClients
import Testing

@Suite struct EnvironmentFileTests {
    @Test func `keys and addresses are taken as a shell would read them`() async throws {
        let text = """
            # my keys
            OPENAI_API_KEY=sk-1   # the cheap one
            export ANTHROPIC_API_KEY="sk 2"
              OPENAI_BASE_URL = 'http://localhost:8000/v1#x'
            NO_VALUE_API_KEY=
            PATH=/nowhere
            not a line
            """
        try await withFile(text, name: ".env") { path in
            let found = try EnvironmentFile.completing(["HOME": "/h"], from: URL(filePath: path))
            #expect(
                found == [
                    "HOME": "/h", "OPENAI_API_KEY": "sk-1", "ANTHROPIC_API_KEY": "sk 2",
                    "OPENAI_BASE_URL": "http://localhost:8000/v1#x", "NO_VALUE_API_KEY": "",
                ])
        }
    }

    @Test func `the environment goes first`() async throws {
        try await withFile("OPENAI_API_KEY=file\nOPENAI_BASE_URL=http://file", name: ".env") { path in
            let found = try EnvironmentFile.completing(
                ["OPENAI_API_KEY": "environment", "OPENAI_BASE_URL": ""], from: URL(filePath: path))
            #expect(found == ["OPENAI_API_KEY": "environment", "OPENAI_BASE_URL": "http://file"])
        }
    }

    @Test func `a file that others can read gives no key, and says how to mend that`() async throws {
        try await withFile("OPENAI_API_KEY=sk-1", name: ".env", mode: 0o644) { path in
            let error = #expect(throws: UserError.self) {
                try EnvironmentFile.completing([:], from: URL(filePath: path))
            }
            #expect(
                error?.description
                    == "\(path): holds OPENAI_API_KEY and can be read by others; run: chmod 600 '\(path)'")
            // Nothing of it is needed here.
            let found = try EnvironmentFile.completing(["OPENAI_API_KEY": "x"], from: URL(filePath: path))
            #expect(found == ["OPENAI_API_KEY": "x"])
        }
    }

    @Test func `no file changes nothing`() throws {
        #expect(try EnvironmentFile.completing(["A": "b"], from: URL(filePath: "/nonexistent/.env")) == ["A": "b"])
    }
}
