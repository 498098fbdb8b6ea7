import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A proxy of LiteLLM, a server that is not ours, whose models answer with what its configuration says.
/// `Scripts/make-litellm-python` installs it. It ends with this process.
final class LiteLLM {
    static let executable = project + "/.tools/litellm/bin/litellm"
    /// Without it the tests are skipped; with SECUCOGEN_REQUIRE_REFERENCE=1 its absence is a failure.
    static let isWanted =
        FileManager.default.isExecutableFile(atPath: executable)
        || ProcessInfo.processInfo.environment["SECUCOGEN_REQUIRE_REFERENCE"] == "1"

    static let key = "sk-litellm-test"
    private static let configuration = """
        model_list:
          - {model_name: good, litellm_params: {model: openai/x, api_key: k, mock_response: "```python\\nx = 1\\n```"}}
          - {model_name: limited, litellm_params: {model: openai/x, api_key: k, mock_response: litellm.RateLimitError}}
          - {model_name: long, litellm_params: {model: openai/x, api_key: k, mock_response: litellm.ContextWindowExceededError}}
          - {model_name: broken, litellm_params: {model: openai/x, api_key: k, mock_response: litellm.InternalServerError}}
          - {model_name: nowhere, litellm_params: {model: openai/x, api_key: k, api_base: "http://127.0.0.1:9/v1"}}
        litellm_settings: {num_retries: 0, telemetry: false}
        router_settings: {num_retries: 0, disable_cooldowns: true}
        general_settings: {master_key: \(key)}
        """

    let address: String
    private let process = Process()
    private let input = Pipe()
    private let folder: URL

    /// Starts it and waits until it answers.
    init() async throws {
        let port = try Self.freePort()
        address = "http://127.0.0.1:\(port)"
        folder = FileManager.default.temporaryDirectory.appending(path: "secucogen-litellm-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "config.yaml")
        try Self.configuration.write(to: file, atomically: true, encoding: .utf8)
        process.executableURL = URL(filePath: "/bin/sh")
        // It does not look at its input, so a shell does that in its place.
        process.arguments = [
            "-c", #""$0" --config "$1" --host 127.0.0.1 --port "$2" & server=$!; cat; kill -9 $server"#,
            Self.executable,
            file.path, "\(port)",
        ]
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "LITELLM_LOCAL_MODEL_COST_MAP": "True", "LC_ALL": "C.UTF-8",
        ]
        process.standardInput = input
        for output in ["out", "err"] {
            _ = FileManager.default.createFile(atPath: folder.appending(path: output).path, contents: nil)
        }
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
        try process.run()
        let health = URL(string: "\(address)/health/liveliness")!
        for _ in 0..<600 {
            if let (_, response) = try? await URLSession.shared.data(from: health),
                (response as? HTTPURLResponse)?.statusCode == 200
            {
                return
            }
            try await Task.sleep(for: .milliseconds(500))
        }
        let words = (try? String(contentsOf: folder.appending(path: "err"), encoding: .utf8)) ?? ""
        throw DidNotStart(words: String(words.suffix(500)))
    }

    struct DidNotStart: Error {
        var words: String
    }

    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw DidNotStart(words: "no port") }
        return UInt16(bigEndian: address.sin_port)
    }
}
