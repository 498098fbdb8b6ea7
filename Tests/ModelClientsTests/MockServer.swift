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
