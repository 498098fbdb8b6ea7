import Dashboard
import EvaluationCore
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport

/// Asks a review's real router, as a browser does or as an attacker would.
struct ReviewClient {
    let client: any TestClientProtocol

    static func with(
        _ store: FakeReview = FakeReview(), without removed: ReviewGuard? = nil,
        trial: (any ProgramTrial)? = EchoTrial(), publicOrigin: String? = nil, live: Bool = false,
        _ body: @Sendable @escaping (ReviewClient) async throws -> Void
    ) async throws {
        let folder = repositoryFolder.appending(path: "Pages")
        let samples = TestSite.samples(hostile: "plain")
        let pages = try ReviewPages(
            samples: samples, types: TestSite.types, highlighter: TestSite.NoColours(),
            templates: try Templates(folder: folder.appending(path: "templates")), pages: folder)
        let server = ReviewServer(
            store: store, pages: pages, samples: samples, trial: trial, publicOrigin: publicOrigin,
            guards: Set(ReviewGuard.allCases).subtracting([removed].compactMap(\.self)))
        try await Application(router: server.router()).test(live ? .live : .router) {
            try await body(ReviewClient(client: $0))
        }
    }

    /// - Parameters:
    ///   - token: of whoever asks, in the cookie that they would have.
    ///   - body: JSON unless `headers` say otherwise; nil for a GET.
    ///   - headers: in place of those of a browser on the server's own page; nil leaves one out.
    func ask(
        _ path: String, as token: String? = nil, _ body: String? = nil, headers: [HTTPField.Name: String?] = [:]
    ) async throws -> TestResponse {
        var fields: HTTPFields = [:]
        if body != nil {
            fields[.contentType] = "application/json"
            fields[.origin] = "http://localhost"
        }
        if let token {
            fields[.cookie] = "\(token.hasPrefix("eve") ? "adjudicator" : "rater")=\(token)"
        }
        for (name, value) in headers { fields[name] = value }
        return try await client.execute(
            uri: path, method: body == nil ? .get : .post, headers: fields, body: body.map { ByteBuffer(string: $0) })
    }
}

/// Says what it was asked.
struct EchoTrial: ProgramTrial {
    func run(_ code: String, on input: String, of sample: Sample) async throws -> TrialResult {
        TrialResult(output: "ran \(code) on \(input)", ending: nil)
    }
}

/// Goes on until it is let go.
final class SlowTrial: ProgramTrial {
    private let started: AsyncStream<Void>.Continuation
    let starts: AsyncStream<Void>
    private let gate: AsyncStream<Void>
    private let opening: AsyncStream<Void>.Continuation

    init() {
        (starts, started) = AsyncStream.makeStream()
        (gate, opening) = AsyncStream.makeStream()
    }

    func letGo() { opening.finish() }

    func run(_ code: String, on input: String, of sample: Sample) async throws -> TrialResult {
        started.yield()
        for await _ in gate {}
        return TrialResult(output: "done")
    }
}
