import Dashboard
import EvaluationCore
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

/// Each attack fails, and works once its guard is taken out: what stops it is the guard, and not something else.
@Suite struct ReviewAttackTests {
    private static let judgement = #"{"item": "item-2", "verdict": "secure"}"#

    private func expect(
        _ attack: @Sendable @escaping (ReviewClient, FakeReview) async throws -> Bool, stoppedBy guarding: ReviewGuard,
        trial: (any ProgramTrial)? = EchoTrial()
    ) async throws {
        for removed in [nil, guarding] {
            let store = FakeReview()
            try await ReviewClient.with(store, without: removed, trial: trial) { client in
                let works = try await attack(client, store)
                #expect(works == (removed != nil), "with \(removed.map { "\($0)" } ?? "nothing") taken out")
            }
        }
    }

    @Test(arguments: [
        ["Origin": "https://evil.example"], ["Origin": "null"], ["Origin": "http://localhost.evil.example"], [:],
        ["Origin": "http://localhost:1"], ["Origin": "https://localhost"],
        ["Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"],
        ["Origin": "http://localhost", "Sec-Fetch-Site": "same-site"],
    ])
    func `CWE-352: another site's page judges in a rater's name`(headers: [String: String]) async throws {
        var sent: [HTTPField.Name: String?] = [.origin: nil]
        for (name, value) in headers { sent[HTTPField.Name(name)!] = value }
        try await expect(
            { [sent] client, store in
                _ = try await client.ask("/rate/judgements", as: "ada-token", Self.judgement, headers: sent)
                return store.entries == 1
            }, stoppedBy: .origin)
    }

    @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", nil])
    func `CWE-352: a form, which needs no leave to be sent, judges in a rater's name`(type: String?) async throws {
        try await expect(
            { client, store in
                _ = try await client.ask(
                    "/rate/judgements", as: "ada-token", Self.judgement, headers: [.contentType: type])
                return store.entries == 1
            }, stoppedBy: .mediaType)
    }

    @Test(arguments: ["/rate/judgements", "/rate/try"])
    func `CWE-400: a body that does not end is taken in whole`(path: String) async throws {
        try await expect(
            { client, _ in
                let body =
                    #"{"item": "item-1", "verdict": null, "input": "\#(String(repeating: "x", count: 200_000))"}"#
                return try await client.ask(path, as: "ada-token", body).status != .contentTooLarge
            }, stoppedBy: .bodySize)
    }

    @Test(arguments: [
        "/rate/", "/rate/judgements", "/settle/", "/settle/decisions?phase=blind",
    ])
    func `CWE-306: who has no link, or one that was taken back, sees something`(path: String) async throws {
        for token in [nil, "", "eve", "ada-tokem", "ADA-TOKEN", "ada-token%00", "' OR 1=1 --", "ben-token"] {
            try await expect(
                { client, store in
                    store.revoke("ben-token")
                    return try await client.ask(path, as: token).status == .ok
                }, stoppedBy: .session)
        }
    }

    @Test func `CWE-639: a rater judges another's item`() async throws {
        try await expect(
            { client, store in
                _ = try await client.ask(
                    "/rate/judgements", as: "ada-token", #"{"item": "item-3", "verdict": "secure"}"#)
                return store.entries == 1
            }, stoppedBy: .ownItems)
    }

    @Test func `CWE-639: a rater runs a program that is not theirs`() async throws {
        try await expect(
            { client, _ in
                let reply = try await client.ask("/rate/try", as: "ada-token", #"{"item": "item-3", "input": "1"}"#)
                return String(buffer: reply.body).contains("of 3")
            }, stoppedBy: .ownItems)
    }

    @Test func `CWE-770: a rater starts programs without end`() async throws {
        for removed in [nil, ReviewGuard.oneTrial] {
            let trial = SlowTrial()
            try await ReviewClient.with(without: removed, trial: trial) { client in
                let body = #"{"item": "item-1", "input": "1"}"#
                async let first = client.ask("/rate/try", as: "ada-token", body)
                for await _ in trial.starts { break }
                let second = Task { try await client.ask("/rate/try", as: "ada-token", body).status }
                if removed == nil {
                    let status = try await second.value
                    #expect(status == .tooManyRequests)
                    // Another rater's is not held up by it.
                    let other = Task {
                        try await client.ask("/rate/try", as: "ben-token", #"{"item": "item-3", "input": "1"}"#).status
                    }
                    for await _ in trial.starts { break }
                    trial.letGo()
                    let otherStatus = try await other.value
                    #expect(otherStatus == .ok)
                } else {
                    for await _ in trial.starts { break }
                    trial.letGo()
                    let status = try await second.value
                    #expect(status == .ok)
                }
                let firstStatus = try await first.status
                #expect(firstStatus == .ok)
                // And the next one runs again.
                let nextStatus = try await client.ask("/rate/try", as: "ada-token", body).status
                #expect(nextStatus == .ok)
            }
        }
    }

    @Test func `an adjudicator sees what the checks say before the raters' differences are settled`() async throws {
        try await expect(
            { client, store in
                for (rater, verdict) in [("ada", Judgement.Verdict.secure), ("ben", .insecure)] {
                    store.submit(["item-2": Judgement(item: "item-2", verdict: verdict)], rater: rater, date: .now)
                }
                store.submit(["item-1": Judgement(item: "item-1", verdict: .secure)], rater: "ada", date: .now)
                let page = try await client.ask("/settle/checks", as: "eve-token")
                return String(buffer: page.body).contains("secret-detail")
            }, stoppedBy: .blindFirst)
    }

    @Test func `CWE-350: a name that was made to point here is answered`() async throws {
        for removed in [nil, ReviewGuard.host] {
            for name in ["evil.example", "127.0.0.1.evil.example", "judge.example.org.evil.example"] {
                #expect(try await answer(to: name, without: removed) == (removed == nil ? .misdirectedRequest : .ok))
            }
        }
    }

    @Test func `the public address is one of the server's names, and no other port of it`() async throws {
        #expect(try await answer(to: "judge.example.org") == .ok)
        #expect(try await answer(to: "judge.example.org:8443") == .misdirectedRequest)
    }

    /// Over a real connection, where a request may name any host.
    private func answer(to authority: String, without removed: ReviewGuard? = nil) async throws -> HTTPResponse.Status {
        let status = Mutex(HTTPResponse.Status.internalServerError)
        try await ReviewClient.with(without: removed, publicOrigin: "https://judge.example.org", live: true) {
            reached in
            let port = try #require(reached.client.port)
            let response = try await TestClient.withClient(host: "localhost", port: port) {
                try await $0.execute(.init("/", method: .get, authority: authority))
            }
            status.withLock { $0 = response.head.status }
        }
        return status.withLock { $0 }
    }
}
