import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The `MockModelServer` of this build, as a process of its own. It ends with this process.
final class MockServer: Sendable {
    static let shared = MockServer()

    /// `http://127.0.0.1:40123`
    let address: String
    private let input = Pipe()
    private let process = Process()

    init() {
        let output = Pipe()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "MockModelServer")
        process.standardInput = input
        process.standardOutput = output
        try! process.run()
        address = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .newlines)
    }

    /// Makes the scenario `scripted:always:<name>` answer with these, the first that fits; a list of rules as JSON.
    func script(_ name: String, _ rules: [[String: Any]]) async throws {
        let encoded = rules.map { rule in
            var rule = rule
            if let body = rule["body"] as? String { rule["body"] = Data(body.utf8).base64EncodedString() }
            return rule
        }
        var request = URLRequest(url: URL(string: "\(address)/script/\(name)")!)
        request.httpMethod = "POST"
        request.httpBody = try JSONSerialization.data(withJSONObject: encoded)
        let (_, response) = try await URLSession.shared.data(for: request)
        precondition((response as? HTTPURLResponse)?.statusCode == 200)
    }
}
