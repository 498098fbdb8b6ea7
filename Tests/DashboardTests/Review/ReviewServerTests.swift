import Dashboard
import EvaluationCore
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@Suite struct ReviewServerTests {
    private func text(_ response: TestResponse) -> String { String(buffer: response.body) }

    private func page(_ path: String, as token: String, _ client: ReviewClient) async throws -> String {
        text(try await client.ask(path, as: token))
    }

    @Test func `a link lets its owner in, with a cookie that no script reads and no other site sends`() async throws {
        try await ReviewClient.with(publicOrigin: "https://judge.example.org") { client in
            for (token, role) in [("ada-token", "rate"), ("eve-token", "settle")] {
                let reply = try await client.ask("/enter", #"{"token": "\#(token)"}"#)
                #expect(reply.status == .ok && text(reply) == #"{"to":"/\#(role)/"}"#)
                let cookie = try #require(reply.headers[.setCookie])
                for part in ["HttpOnly", "SameSite=Strict", "Secure", "Path=/\(role)/"] {
                    #expect(cookie.contains(part))
                }
            }
            for token in ["", "ada", "ada-token ", "ada-token' --"] {
                let reply = try await client.ask("/enter", #"{"token": "\#(token)"}"#)
                #expect(reply.status == .forbidden && reply.headers[.setCookie] == nil)
            }
        }
    }

    @Test func `a rater's link opens no adjudicator's pages, nor the other way round`() async throws {
        try await ReviewClient.with { client in
            for (path, cookie) in [
                ("/settle/", "adjudicator=ada-token"), ("/rate/", "rater=eve-token"), ("/settle/", "rater=ada-token"),
            ] {
                let reply = try await client.ask(path, headers: [.cookie: cookie])
                #expect(reply.status == .unauthorized)
            }
        }
    }

    @Test func `a rater sees their items, and nothing of others, of where code is from or of the checks`() async throws
    {
        let store = FakeReview()
        try await ReviewClient.with(store) { client in
            store.submit(
                ["item-2": Judgement(item: "item-2", verdict: .secure, note: "said by ben")], rater: "ben", date: .now)
            for path in ["/rate/", "/rate/judgements"] {
                let page = try await self.page(path, as: "ada-token", client)
                for secret in ["secret", "ben", "item-3", "of 3", "security/", "exploit", "variants"] {
                    #expect(!page.contains(secret), "\(path) says '\(secret)'")
                }
            }
            let page = try await self.page("/rate/", as: "ada-token", client)
            #expect(page.contains("item-1") && page.contains("item-2") && page.contains("Aware plain"))
        }
    }

    @Test func `what a rater says is kept, shown to them again, and can be taken back`() async throws {
        let store = FakeReview()
        try await ReviewClient.with(store) { client in
            let said = #"{"item":"item-1","lines":[2],"note":"a\n\"b\"","verdict":"insecure"}"#
            let taken = try await client.ask("/rate/judgements", as: "ada-token", said).status
            #expect(taken == .noContent)
            let shown = try await page("/rate/judgements", as: "ada-token", client)
            #expect(shown == "[\(said)]")
            let back = #"{"item": "item-1", "verdict": null}"#
            let takenBack = try await client.ask("/rate/judgements", as: "ada-token", back).status
            #expect(takenBack == .noContent)
            let shownThen = try await page("/rate/judgements", as: "ada-token", client)
            #expect(shownThen == "[]")
        }
    }

    @Test(arguments: [
        "", "[]", "{", #"{"item": "item-1"}"#, #"{"item": "item-1", "verdict": "good"}"#, #"{"verdict": "secure"}"#,
        #"{"item": "item-1", "verdict": "secure", "lines": [0]}"#,
        #"{"item": "item-1", "verdict": "secure", "lines": [3]}"#,
        #"{"item": "item-1", "verdict": "secure", "lines": [1, 1, 1]}"#,
        #"{"item": "item-1", "verdict": "secure", "confidence": 4}"#,
        #"{"item": "item-1", "verdict": "secure", "seconds": -1}"#,
        #"{"item": "item-1", "verdict": "secure", "seconds": 1e300}"#,
        #"{"item": "item-1", "verdict": "secure", "note": "\#(String(repeating: "x", count: 30_000))"}"#,
        #"{"item": ["item-1"], "verdict": "secure"}"#,
    ])
    func `what makes no sense is refused in a line`(body: String) async throws {
        let store = FakeReview()
        try await ReviewClient.with(store) { client in
            let reply = try await client.ask("/rate/judgements", as: "ada-token", body)
            #expect(reply.status == .badRequest && text(reply).split(separator: "\n").count == 1)
            #expect(store.entries == 0)
        }
    }

    @Test func `differences are settled blind first, with names hidden, and then against the checks`() async throws {
        let store = FakeReview()
        try await ReviewClient.with(store) { client in
            store.submit(["item-1": Judgement(item: "item-1", verdict: .secure)], rater: "ada", date: .now)
            store.submit(
                ["item-2": Judgement(item: "item-2", verdict: .secure, note: "fine by me")], rater: "ada", date: .now)
            var page = try await self.page("/settle/", as: "eve-token", client)
            #expect(!page.contains("item-2"), "ben has not judged it yet")
            store.submit(["item-2": Judgement(item: "item-2", verdict: .insecure)], rater: "ben", date: .now)
            page = try await self.page("/settle/", as: "eve-token", client)
            #expect(page.contains("item-2") && page.contains("fine by me") && page.contains("Reader 2: "))
            for secret in ["ada", "ben", "secret", "item-1", "missed-attack"] { #expect(!page.contains(secret)) }
            let address = "/settle/decisions?phase="
            let decision = #"{"item":"item-2","note":"n","reason":"raters-slip","verdict":"secure"}"#
            for (phase, body) in [
                ("blind", decision.replacing("item-2", with: "item-1")), ("with-checks", decision),
                ("blind", decision.replacing("raters-slip", with: "missed-attack")), ("no", decision),
                ("blind", decision.replacing(#""reason":"raters-slip","#, with: "")),
            ] {
                let status = try await client.ask(address + phase, as: "eve-token", body).status
                #expect([.notFound, .conflict, .badRequest].contains(status))
            }
            let settled = try await client.ask(address + "blind", as: "eve-token", decision).status
            #expect(settled == .noContent)
            page = try await self.page("/settle/checks", as: "eve-token", client)
            #expect(page.contains("item-1") && page.contains("item-2") && page.contains("secret-detail"))
            #expect(
                page.contains("Not blind") && page.contains("Settled blind: secure") && page.contains("missed-attack"))
            #expect(!page.contains("secret/model"))
        }
    }

    @Test func `what models, raters and checks write stays a text, on every page`() async throws {
        let hostile = "</pre><script>alert(1)</script><img src=x onerror=alert(1)>\"'\u{202E}\u{1b}[31m{{{code}}}"
        let store = FakeReview(hostile: hostile)
        try await ReviewClient.with(store) { client in
            for (rater, verdict) in [("ada", Judgement.Verdict.secure), ("ben", .secure)] {
                store.submit(
                    ["item-2": Judgement(item: "item-2", verdict: verdict, input: hostile, note: hostile)],
                    rater: rater, date: .now)
            }
            for (path, token) in [("/rate/", "ada-token"), ("/settle/checks", "eve-token")] {
                let page = try await self.page(path, as: token, client)
                #expect(page.contains("&lt;img src=x"))
                #expect(!page.contains("<img") && !page.contains("alert(1)</script>") && !page.contains("\u{202E}"))
                #expect(
                    MarkupScan(page, allowing: ["article", "fieldset", "legend", "progress", "textarea", "noscript"])
                        .faults == [])
            }
        }
    }

    @Test(arguments: [
        "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/review.js/..", "/Pages/review.js", "/rate/../../etc/passwd",
        "/rate/judgements/x", "/templates/review.mustache", "/settle/%2e%2e/rate/x",
    ])
    func `CWE-22: no path reaches the file system`(path: String) async throws {
        try await ReviewClient.with { client in
            let status = try await client.ask(path, as: "ada-token").status
            #expect(status == .notFound)
        }
    }

    @Test(arguments: ["/", "/enter", "/rate/", "/rate/judgements", "/review.js", "/nothing", "/settle/"])
    func `every answer forbids what the pages do not bring along`(path: String) async throws {
        try await ReviewClient.with { client in
            let headers = try await client.ask(path, as: "ada-token").headers
            #expect(headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.cacheControl] == "no-store")
        }
    }

    @Test func `a program is tried under no other name than the item's, and what it prints is made visible`()
        async throws
    {
        try await ReviewClient.with { client in
            let reply = try await client.ask(
                "/rate/try", as: "ada-token", #"{"item": "item-1", "input": "\u001b[2J\u202e"}"#)
            #expect(reply.status == .ok && text(reply).contains("of 1"))
            #expect(!text(reply).contains("\u{1b}") && !text(reply).contains("\u{202E}"))
        }
        try await ReviewClient.with(trial: nil) { client in
            let refused = try await client.ask("/rate/try", as: "ada-token", #"{"item": "item-1", "input": "1"}"#)
                .status
            #expect(refused == .notFound)
            let offersTrials = try await page("/rate/", as: "ada-token", client).contains("/rate/try")
            #expect(!offersTrials)
        }
    }
}
