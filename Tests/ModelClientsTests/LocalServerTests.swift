import EvaluationCore
import Foundation
import ModelClients
import Testing

@Suite(.enabled(if: FileManager.default.fileExists(atPath: project + "/.tools/models/smollm2-135m.gguf")), .serialized)
struct LocalServerTests {
    private var options: ModelOptions {
        var options = ModelOptions.hasty()
        options.timeLimits = TimeLimits()
        return options
    }

    private func servers() -> Int {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return folders.filter { Int($0) != nil }.count { process in
            guard let line = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8),
                let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
            else { return false }
            let parent = status.split(separator: ")").last?.split(separator: " ").dropFirst().first
            return line.contains("model-server/serve.py") && parent == "\(ProcessInfo.processInfo.processIdentifier)"
        }
    }

    @Test func `the same attempts come out in any order, and after a restart`() async throws {
        let requests = [
            ModelRequest.fixture("CWE-89_01", index: 0, maxTokens: 24, temperature: 0.8),
            .fixture("CWE-89_01", index: 1, maxTokens: 24, temperature: 0.8),
            .fixture("CWE-79_01", index: 0, maxTokens: 24, temperature: 0.8),
        ]
        func texts(_ requests: [ModelRequest]) async throws -> [String] {
            try await withModel("local/smollm2-135m", options) { model in
                var texts: [String] = []
                for request in requests { texts.append(try await model.answer(request).text) }
                return texts
            }
        }
        let forwards = try await texts(requests)
        let backwards = try await texts(requests.reversed())
        #expect(forwards == backwards.reversed())
        #expect(Set(forwards).count == 3)
    }

    @Test func `one server serves all who ask for the same model, and ends with them`() async throws {
        try await ModelResolver.with(options, samples: [:]) { resolver in
            _ = try await resolver.resolve("local/smollm2-135m")
            _ = try await resolver.resolve("local/smollm2-135m")
            #expect(servers() == 1)
        }
        #expect(servers() == 0)
    }

    @Test func `the server ends when the one who holds its input is gone, even while it loads`() throws {
        let server = Process()
        let input = Pipe()
        server.executableURL = URL(fileURLWithPath: project + "/.tools/python/bin/python3")
        server.arguments = ["-B", project + "/Runtime/model-server/serve.py"]
        server.environment = [
            "PYTHONPATH": project + "/.tools/llama", "LD_LIBRARY_PATH": project + "/.tools/python/lib",
        ]
        server.standardInput = input
        server.standardOutput = FileHandle.nullDevice
        server.standardError = FileHandle.nullDevice
        try server.run()
        let model = project + "/.tools/models/smollm2-135m.gguf"
        let settings = #""context": 512, "slots": 1, "threads": 1, "batch": 64, "key": "k""#
        let configuration = #"{"model": "\#(model)", \#(settings)}"#
        try input.fileHandleForWriting.write(contentsOf: Data((configuration + "\n").utf8))
        // What the kernel does when a process is killed.
        try input.fileHandleForWriting.close()
        server.waitUntilExit()
        #expect(server.terminationReason == .uncaughtSignal)
        #expect(server.terminationStatus == SIGKILL)
    }

    @Test func `its identity names server, settings and the file's digest`() async throws {
        try await withModel("local/smollm2-135m", options) { model in
            let details = model.identity.details
            #expect(model.identity.form == .chat)
            #expect(details["server"] == "llama.cpp")
            #expect(details["slots"] == "1")
            #expect(details["context"] == "8192")
            #expect(details["gguf-sha256"]?.count == 64)
        }
    }

    @Test func `a prompt longer than the context cannot be answered`() async throws {
        var options = options
        options.localContext = 2048
        let long = Prompt.chat([ChatMessage(role: .user, content: String(repeating: "word ", count: 3000))])
        let error = await #expect(throws: ModelError.self) {
            try await withModel("local/smollm2-135m", options) { try await $0.answer(.fixture(prompt: long)) }
        }
        #expect(error?.kind == .unanswerable)
    }

    @Test func `a file that the server cannot load gives the server's last words`() async throws {
        // A GGUF header without metadata and tensors.
        let empty = "GGUF\u{3}\0\0\0" + String(repeating: "\0", count: 16)
        try await withFile(empty, name: "empty.gguf") { path in
            let error = await #expect(throws: UserError.self) {
                try await withModel("gguf:\(path)", options) { _ in }
            }
            #expect(error?.problem.hasPrefix("the local model server did not start with '\(path)'") == true)
        }
        #expect(servers() == 0)
    }
}
