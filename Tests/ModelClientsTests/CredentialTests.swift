import EvaluationCore
import Foundation
import ModelClients
import Testing

@Suite struct CredentialTests {
    private let key = "sk-very-secret-0123456789"

    @Test func `the key goes to the configured server`() async throws {
        _ = try await withMock("plain~key", key: key) { try await $0.answer(.fixture()) }
        #expect(try MockServer.shared.statistics("plain~key").keys == ["Bearer \(key)"])
    }

    @Test func `the key does not follow a redirect to another host`() async throws {
        let thief = MockServer()
        let error = await #expect(throws: ModelError.self) {
            try await withMock("redirect:always:\(thief.port)~r", key: key) { try await $0.answer(.fixture()) }
        }
        #expect(error?.kind == .unavailable)
        #expect(error?.description.contains("redirects to http://localhost:\(thief.port)") == true)
        #expect(try thief.statistics("plain~stolen").bodies.isEmpty)
    }

    @Test func `a server that repeats the key does not get it into a message`() async throws {
        let error = await #expect(throws: ModelError.self) {
            try await withMock("echo-key:always", key: key) { try await $0.answer(.fixture()) }
        }
        #expect(error?.description.contains("wrong key: Bearer <key>") == true)
        #expect(error?.description.contains(key) == false)
    }

    @Test func `a credential prints as a placeholder, in every way there is`() throws {
        let credential = try Credential(key, origin: "a test")
        var text = ""
        dump((credential, [credential]), to: &text)
        text += "\(credential) \(String(reflecting: credential)) \(Optional(credential) as Any)"
        #expect(!text.contains(key))
        #expect(text.contains("<key>"))
    }

    @Test func `a model's identity holds no key`() async throws {
        try await withMock("plain~dump", key: key) { #expect(!"\($0.identity)".contains(key)) }
    }

    @Test func `a key file that others can read is refused`() async throws {
        try await withFile(key, name: "key", mode: 0o640) { path in
            let error = await #expect(throws: UserError.self) {
                try await withModel("openai/mock", .hasty(keyFile: path)) { _ in }
            }
            #expect(error?.description == "the key file '\(path)' can be read by others; run: chmod 600 '\(path)'")
        }
    }

    @Test func `a key file of mode 0600 is read`() async throws {
        try await withFile(key + "\n", name: "key") { path in
            let options = ModelOptions.hasty(baseURL: "\(MockServer.shared.address)/plain~keyfile/v1", keyFile: path)
            _ = try await withModel("openai/mock", options) { try await $0.answer(.fixture()) }
            #expect(try MockServer.shared.statistics("plain~keyfile").keys == ["Bearer \(key)"])
        }
    }

    @Test func `a key that could smuggle a header is refused`() async throws {
        let error = await #expect(throws: UserError.self) {
            try await withModel("openai/mock", .hasty(environment: ["OPENAI_API_KEY": "sk-1\r\nX-Evil: 1"])) { _ in }
        }
        #expect(error?.description.contains("sk-1") == false)
    }
}
