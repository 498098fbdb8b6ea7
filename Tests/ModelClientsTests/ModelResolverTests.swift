import EvaluationCore
import Foundation
import ModelClients
import Testing

@Suite struct ModelResolverTests {
    private func complaint(_ name: String, _ options: ModelOptions = .hasty()) async -> String {
        do {
            try await withModel(name, options) { _ in }
            return "none"
        } catch {
            return error is UserError ? "\(error)" : "not for the user: \(error)"
        }
    }

    @Test func `an unknown provider is told which exist, and what was perhaps meant`() async {
        let text = await complaint("opnai/gpt-4o")
        #expect(text.hasPrefix("there is no model provider 'opnai' (in --model opnai/gpt-4o); did you mean 'openai'?"))
        #expect(text.contains("control/{secure,insecure,refuse,none}"))
    }

    @Test func `an unknown control is told which exist`() async {
        #expect(
            await complaint("control/sure")
                == "there is no control 'sure'; the controls are control/secure, control/insecure, control/refuse, control/none"
        )
    }

    @Test func `a missing key names the variable`() async {
        #expect(
            await complaint("openai/gpt-4o")
                == "openai/gpt-4o needs a key; set OPENAI_API_KEY, or name a file of mode 0600 with --key-file")
    }

    @Test func `a missing server is noticed before the run`() async {
        // Nobody listens on the discard port.
        let text = await complaint("openai-compatible/m", .hasty(baseURL: "http://127.0.0.1:9/v1"))
        #expect(
            text == "openai-compatible/m: no server answers at http://127.0.0.1:9/v1 (connection refused); "
                + "start it, or correct --base-url")
    }

    @Test(arguments: ["ftp://host/v1", "localhost:8000", "http://", "http://user:hunter2@host/v1"])
    func `a base URL of another kind is refused`(_ address: String) async {
        let text = await complaint("openai-compatible/m", .hasty(baseURL: address))
        #expect(text.contains("base URL"))
        #expect(!text.contains("hunter2"))
    }

    @Test func `a whole request address is taken as base URL too`() async throws {
        let options = ModelOptions.hasty(baseURL: "\(MockServer.shared.address)/plain~whole/v1/chat/completions/")
        _ = try await withModel("openai-compatible/mock", options) { try await $0.answer(.fixture()) }
    }

    @Test func `the base URL may come from the environment, and the flag goes before`() async throws {
        let options = ModelOptions.hasty(
            baseURL: "\(MockServer.shared.address)/plain~flag/v1",
            environment: ["OPENAI_BASE_URL": "http://127.0.0.1:9/v1"])
        _ = try await withModel("openai-compatible/mock", options) { try await $0.answer(.fixture()) }
    }

    @Test func `a server's version is part of the model's identity`() async throws {
        let options = ModelOptions.hasty(baseURL: "\(MockServer.shared.address)/plain/v1")
        try await withModel("openai-compatible/mock", options) { model in
            #expect(
                model.identity.details == [
                    "base-url": "\(MockServer.shared.address)/plain/v1", "seed": "sent", "server-version": "0.1-mock",
                ])
        }
    }

    @Test func `a local model that is not there names those that are`() async {
        let text = await complaint("local/smol")
        #expect(text.hasPrefix("there is no model local/smol (no file '"))
    }

    @Test func `a file that is no GGUF file is refused`() async throws {
        try await withFile("PK", name: "model.gguf") { path in
            #expect(await complaint("gguf:\(path)").hasPrefix("'\(path)' is no GGUF file"))
        }
        try await withFile("GGUF\u{3}\0\0\0\u{1}", name: "model.gguf") { path in
            #expect(await complaint("gguf:\(path)").hasPrefix("the GGUF file '\(path)' is torn"))
        }
    }
}
