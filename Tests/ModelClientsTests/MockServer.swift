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

    init(latency: Int = 0) {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        // The test bundle lies beside the executables, or the test runner was given another folder's bundle.
        let candidates = [folder, Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL)
        let output = Pipe()
        process.executableURL = candidates.map { $0.appendingPathComponent("MockModelServer") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        process.arguments = ["--latency-ms", "\(latency)"]
        process.standardInput = input
        process.standardOutput = output
        try! process.run()
        address = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .newlines)
    }

    var port: Int { Int(address.split(separator: ":").last!)! }

    /// Makes the scenario `scripted:always:<name>` answer with the first of these that fits.
    func script(_ name: String, _ replies: [Reply]) async throws {
        var request = URLRequest(url: URL(string: "\(address)/script/\(name)")!)
        request.httpMethod = "POST"
        request.httpBody = try JSONEncoder().encode(replies)
        let (_, response) = try await URLSession.shared.data(for: request)
        precondition((response as? HTTPURLResponse)?.statusCode == 200)
    }

    /// The first requests that a scenario has met, as JSON.
    func requests(_ scenario: String) throws -> [[String: Any]] {
        let data = try Data(contentsOf: URL(string: "\(address)/requests/\(scenario)")!)
        return try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
    }

    struct Statistics: Decodable {
        /// Hashes of the bodies of all requests, in order.
        var bodies: [String]
        var keys: [String]
        var mostUnderWay: Int
    }

    /// What the scenario has met so far.
    func statistics(_ scenario: String) throws -> Statistics {
        let url = URL(string: "\(address)/stats/\(scenario)")!
        return try JSONDecoder().decode(Statistics.self, from: Data(contentsOf: url))
    }
}

/// What the mock server is to say, and to which requests.
struct Reply: Encodable, Sendable {
    /// The request's path ends in this; nil for every question.
    var path: String?
    /// The request has this text, or does not have it.
    var contains: String?
    var lacks: String?
    /// Nil for always.
    var times: Int?
    var status = 200
    var type = "application/json"
    var headers: [String: String] = [:]
    var body = Data()
    var delivery = "whole"

    init(
        _ body: String = "{}", status: Int = 200, type: String = "application/json", headers: [String: String] = [:],
        path: String? = nil, contains: String? = nil, lacks: String? = nil, times: Int? = nil,
        delivery: String = "whole"
    ) {
        self.init(status: status, type: type, headers: headers, bytes: Array(body.utf8))
        (self.path, self.contains, self.lacks) = (path, contains, lacks)
        (self.times, self.delivery) = (times, delivery)
    }

    init(status: Int, type: String, headers: [String: String], bytes: [UInt8]) {
        (self.status, self.type, self.headers, body) = (status, type, headers, Data(bytes))
    }
}
