import EvaluationCore
import Foundation
import ModelClients
import Testing

@Suite struct ContractTests {
    @Test(arguments: ["secure", "insecure", "refuse", "none"])
    func `a control keeps the contract`(_ name: String) async throws {
        try await withModel("control/\(name)") { try await checkContract($0) }
    }

    @Test func `replay keeps the contract`() async throws {
        try await withFile(#"{"task_id": "CWE-89_01", "solution": "def f(x): return x"}"#) { path in
            try await withModel("replay:\(path)") { try await checkContract($0) }
        }
    }

    @Test func `an OpenAI-compatible server keeps the contract`() async throws {
        try await withMock("plain~contract", key: "sk-1") { try await checkContract($0) }
    }

    @Test func `OpenAI keeps the contract`() async throws {
        let options = ModelOptions.hasty(
            baseURL: "\(MockServer.shared.address)/plain~openai/v1", environment: ["OPENAI_API_KEY": "sk-2"])
        try await withModel("openai/mock", options) { try await checkContract($0) }
    }

    @Test func `Anthropic keeps the contract`() async throws {
        let options = ModelOptions.hasty(
            baseURL: "\(MockServer.shared.address)/plain~anthropic/v1", environment: ["ANTHROPIC_API_KEY": "sk-3"])
        try await withModel("anthropic/mock", options) { try await checkContract($0) }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: project + "/.tools/models/smollm2-135m.gguf")))
    func `the bundled model keeps the contract`() async throws {
        var options = ModelOptions.hasty()
        options.timeLimits = TimeLimits()
        try await withModel("local/smollm2-135m", options) { try await checkContract($0) }
    }

    @Test func `every provider is covered by a contract test`() {
        #expect(
            ModelResolver.usages == [
                "openai/<model>", "anthropic/<model>", "openai-compatible/<model> (with --base-url)", "local/<name>",
                "gguf:<file.gguf>", "exec:<command>", "python:<file.py>:<function>",
                "agent:<command> (with --harness and --harness-model)", "replay:<file or folder>",
                "control/{secure,insecure,refuse,none}",
            ])
    }
}
