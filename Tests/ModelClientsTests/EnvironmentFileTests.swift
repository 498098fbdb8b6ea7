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
            let file = EnvironmentFile(URL(filePath: path))
            let names = [
                "OPENAI_API_KEY", "ANTHROPIC_API_KEY", "OPENAI_BASE_URL", "NO_VALUE_API_KEY", "PATH", "MY_API_KEY",
            ]
            let found = try names.map { try file.value(of: $0) }
            #expect(found == ["sk-1", "sk 2", "http://localhost:8000/v1#x", nil, nil, nil])
        }
    }

    @Test func `a file that others can read gives no key, and says how to mend that`() async throws {
        try await withFile("OPENAI_API_KEY=sk-1\nOPENAI_BASE_URL=http://file", name: ".env", mode: 0o644) { path in
            let file = EnvironmentFile(URL(filePath: path))
            let error = #expect(throws: UserError.self) { try file.value(of: "OPENAI_API_KEY") }
            #expect(
                error?.description
                    == "\(path): holds OPENAI_API_KEY and can be read by others; run: chmod 600 '\(path)'")
            let address = try file.value(of: "OPENAI_BASE_URL")
            #expect(address == "http://file", "an address is no secret")
        }
    }

    @Test func `where there is no file there is nothing in it`() throws {
        #expect(try EnvironmentFile(URL(filePath: "/nonexistent/.env")).value(of: "OPENAI_API_KEY") == nil)
    }

    @Test func `a model takes its key from the file when the environment has none`() async throws {
        try await withFile("OPENAI_API_KEY=sk-1", name: ".env", mode: 0o644) { path in
            var options = ModelOptions.hasty(environment: ["OPENAI_API_KEY": ""])
            options.environmentFile = EnvironmentFile(URL(filePath: path))
            let asked = options
            let error = await #expect(throws: UserError.self) { try await withModel("openai/some", asked) { _ in } }
            #expect(error?.description.contains("can be read by others") == true)
        }
    }

    @Test func `a file that cannot be used is no hindrance to models that need nothing of it`() async throws {
        try await withFile("OPENAI_API_KEY=sk-1", name: ".env", mode: 0o644) { path in
            var options = ModelOptions.hasty()
            options.environmentFile = EnvironmentFile(URL(filePath: path))
            let identity = try await withModel("control/none", options) { $0.identity.model }
            #expect(identity == "control/none")
        }
    }
}
