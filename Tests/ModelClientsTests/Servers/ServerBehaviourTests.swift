import EvaluationCore
import Foundation
import ModelClients
import Testing

/// What servers do, and what a user may expect; each for chat, completions and Anthropic's messages.
@Suite(.timeLimit(.minutes(2))) struct ServerBehaviourTests {
    @Test(arguments: Dialect.allCases)
    func `an answer that ended with an error is asked for again, and counted`(_ dialect: Dialect) async throws {
        let name = "broken-\(dialect)"
        try await MockServer.shared.script(
            name, [Reply(dialect.reply(text: #""""#, ending: #""error""#), times: 2)])
        let answer = try await dialect.answer(from: "scripted:always:\(name)")
        #expect(answer.text.contains("answer = "))
        #expect(answer.retries == 2)
    }

    @Test(arguments: Dialect.allCases)
    func `a server that always breaks off is unavailable, after as many requests as were made`(
        _ dialect: Dialect
    ) async throws {
        let error = try await dialect.error(
            from: "breaks-\(dialect)", [Reply(dialect.reply(text: #""half""#, ending: #""error""#))])
        #expect(error?.kind == .unavailable)
        #expect(error?.description.hasSuffix("(finish reason 'error') (after 4 requests)") == true, "\(error as Any)")
        let body = #"{"error":{"code":500,"message":"upstream said no"},"choices":null}"#
        let other = try await dialect.error(from: "top-\(dialect)", [Reply(body)])
        #expect(other?.kind == .unavailable)
        #expect(other?.description.contains("upstream said no (after 4 requests)") == true, "\(other as Any)")
    }

    @Test(arguments: Dialect.allCases)
    func `what one prompt is refused for leaves the others alone`(_ dialect: Dialect) async throws {
        let name = "refuses-\(dialect)"
        try await MockServer.shared.script(
            name,
            [
                Reply(#"{"error":{"message":"input was flagged"}}"#, status: 403, contains: "CWE-79_01"),
                Reply(#"{"error":{"code":403,"message":"flagged"}}"#, contains: "CWE-20_01"),
                Reply(
                    "<html>Sorry, you have been blocked</html>", status: 403, type: "text/html", contains: "CWE-22_01"),
                Reply(#"{"detail":"max_tokens must be at least 1, got -34"}"#, status: 400, contains: "CWE-78_01"),
            ])
        try await dialect.withModel("scripted:always:\(name)") { model in
            for (sample, reason) in [
                ("CWE-79_01", RefusalReason.moderation), ("CWE-20_01", .moderation), ("CWE-22_01", .rejected),
                ("CWE-78_01", .contextLength),
            ] {
                let error = await #expect(throws: ModelError.self) { try await model.answer(dialect.request(sample)) }
                #expect(error?.kind == .unanswerable)
                #expect(error?.refusal == reason, "\(error as Any)")
            }
            let other = try await model.answer(dialect.request("CWE-89_01"))
            #expect(other.text.contains("answer = "))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a 403 to everything is the key's`(_ dialect: Dialect) async throws {
        let error = try await dialect.error(from: "no-\(dialect)", [Reply(#"{"error":"forbidden"}"#, status: 403)])
        #expect(error?.kind == .misconfigured)
        #expect(error?.description.contains("refuses the key") == true, "\(error as Any)")
    }

    @Test(arguments: [
        ("seed", "\"seed\"", "give --no-seed"), ("temperature", "\"temperature\"", "leave --temperature out"),
        (
            "max_tokens", "max_",
            "give another --max-tokens; a server that wants 'max_completion_tokens' is reached as openai/<model>"
        ),
    ])
    func `a rejected parameter names the option that helps`(
        _ parameter: String, contained: String, remedy: String
    ) async throws {
        for dialect in [Dialect.chat, .completions] {
            let name = "rejects-\(parameter)-\(dialect)"
            try await MockServer.shared.script(
                name,
                [
                    Reply(
                        #"{"error":{"message":"Unsupported parameter: '\#(parameter)'"}}"#, status: 400,
                        contains: contained)
                ])
            let error = await #expect(throws: ModelError.self) {
                try await dialect.withModel("scripted:always:\(name)") {
                    try await $0.answer(dialect.request(temperature: 0.5))
                }
            }
            #expect(error?.kind == .misconfigured)
            #expect(error?.description.contains(remedy) == true, "\(error as Any)")
        }
    }

    @Test func `a seed that is not sent is not rejected`() async throws {
        let name = "seedless"
        try await MockServer.shared.script(name, [Reply(#"{"error":"no seed"}"#, status: 400, contains: "\"seed\"")])
        let answer = try await Dialect.chat.withModel("scripted:always:\(name)", sendsSeed: false) {
            try await $0.answer(.fixture())
        }
        #expect(answer.text.contains("answer = "))
    }

    @Test(arguments: [("max_tokens", "max_completion_tokens"), ("max_completion_tokens", "max_tokens")])
    func `the limit of tokens goes under the name that the server wants`(_ bad: String, good: String) async throws {
        let name = "limit-\(bad)"
        try await MockServer.shared.script(
            name,
            [
                Reply(
                    #"{"error":{"message":"Unsupported parameter: '\#(bad)'. Use '\#(good)' instead.","param":"\#(bad)"}}"#,
                    status: 400, contains: "\"\(bad)\"")
            ])
        let scenario = "scripted:always:\(name)"
        let options = ModelOptions.hasty(
            baseURL: "\(MockServer.shared.address)/\(scenario)/v1", environment: ["OPENAI_API_KEY": "sk-1"])
        // `openai/` begins with the new name, `openai-compatible/` with the old one.
        try await withModel(bad == "max_tokens" ? "openai-compatible/mock" : "openai/mock", options) { model in
            for index in 0..<2 { _ = try await model.answer(.fixture(index: index)) }
        }
        let asked = try MockServer.shared.requests(scenario)
        // It is learnt once.
        #expect(asked.map { $0[good] != nil } == [false, true, true])
        #expect(asked.map { $0[bad] != nil } == [true, false, false])
    }

    @Test func `at most four stop sequences are sent, and all of them end the answer`() async throws {
        let name = "stops"
        let stop = ["\nA", "\nB", "\nC", "\nD", "\nE"]
        try await MockServer.shared.script(
            name,
            [Reply(#"{"choices":[{"text":"    return x\nEnd\nAnd","finish_reason":"length"}]}"#)])
        let answer = try await Dialect.completions.withModel("scripted:always:\(name)") {
            try await $0.answer(Dialect.completions.request(stop: stop))
        }
        #expect(answer.text == "    return x")
        #expect(answer.finish == .stop)
        #expect(
            try MockServer.shared.requests("scripted:always:\(name)").map { ($0["stop"] as? [String])?.count } == [4])
    }

    @Test func `a server that takes no stop sequences gets none, and the answer ends all the same`() async throws {
        let name = "stopless"
        try await MockServer.shared.script(
            name,
            [
                Reply(#"{"error":{"message":"'stop' is not supported"}}"#, status: 400, contains: "\"stop\""),
                Reply(#"{"choices":[{"text":"    return x\nB","finish_reason":"stop"}]}"#),
            ])
        let answer = try await Dialect.completions.withModel("scripted:always:\(name)") {
            try await $0.answer(Dialect.completions.request(stop: ["\nA", "\nB"]))
        }
        #expect(answer.text == "    return x")
    }

    @Test(arguments: Dialect.allCases, [429, 503])
    func `a pause longer than the limit ends the run at once, and says how long it is`(
        _ dialect: Dialect, status: Int
    ) async throws {
        let error = try await dialect.error(
            from: "later-\(dialect)-\(status)",
            [Reply(#"{"error":"slow down"}"#, status: status, headers: ["Retry-After": "86400"])])
        #expect(error?.kind == .unavailable && error?.endsRun == true)
        #expect(
            error?.description.contains("slow down; it asks to wait 24h 0m, which is longer than --max-wait 3 allows")
                == true,
            "\(error as Any)")
    }

    @Test func `who waits says for what and until when`() async throws {
        let waits = WaitBoard()
        try await MockServer.shared.script(
            "waits", [Reply(#"{"error":"slow down"}"#, status: 429, headers: ["Retry-After": "2"], times: 1)])
        let asking = Task {
            try await Dialect.chat.withModel("scripted:always:waits", waits: waits) { try await $0.answer(.fixture()) }
        }
        while waits.news == 0 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(waits.current()?.reason.hasSuffix("HTTP 429: slow down") == true)
        #expect(try await asking.value.retries == 1)
        #expect(waits.current() == nil)
        #expect(waits.requests == 2)
    }

    @Test(arguments: ["silent:always~stop", "rate-limited:always:3~stop"])
    func `a request that hangs or waits can be stopped`(_ scenario: String) async throws {
        let asking = Task { try await Dialect.chat.answer(from: scenario) }
        try await Task.sleep(for: .milliseconds(300))
        asking.cancel()
        await #expect(throws: CancellationError.self) { try await asking.value }
    }

    @Test func `a model that the server does not list is asked all the same, with a warning`() async throws {
        let warnings = Notes()
        let answer = try await Dialect.chat.withModel("plain~unlisted", name: "mokc", warnings: warnings) {
            try await $0.answer(.fixture())
        }
        #expect(answer.text.contains("answer = "))
        #expect(warnings.all.count == 1)
        #expect(warnings.all[0].contains("does not list the model 'mokc': did you mean 'mock'?"))
    }

    @Test(arguments: Dialect.allCases, [401, 403])
    func `a list of models that is closed to the key is no refusal of it`(_ dialect: Dialect, status: Int) async throws
    {
        let warnings = Notes()
        let name = "closed-\(dialect)-\(status)"
        let listing = Reply(#"{"error":"missing scope"}"#, status: status, path: "/models")
        try await MockServer.shared.script(name, [listing])
        let answer = try await dialect.withModel("scripted:always:\(name)", warnings: warnings) {
            try await $0.answer(dialect.request())
        }
        #expect(answer.text.contains("answer = "))
        #expect(warnings.all.count == 1)
        try await MockServer.shared.script(name, [listing, Reply(#"{"error":"wrong key"}"#, status: status)])
        let error = await #expect(throws: UserError.self) {
            try await dialect.withModel("scripted:always:\(name)") { _ in }
        }
        #expect(error?.description.contains("refuses the key") == true, "\(error as Any)")
    }

    @Test func `an address without v1 is told the one with it`() async throws {
        let name = "rootless"
        let page = Reply("<html>404 Not Found</html>", status: 404, type: "text/html", path: "\(name)/models")
        try await MockServer.shared.script(name, [page])
        let error = await #expect(throws: UserError.self) {
            try await Dialect.chat.withModel("scripted:always:\(name)", base: "") { _ in }
        }
        let base = "\(MockServer.shared.address)/scripted:always:\(name)"
        #expect(
            error?.description
                == "openai-compatible/mock: at \(base) there is no API (HTTP 404, a web page), but at \(base)/v1 there is one; give --base-url \(base)/v1"
        )
    }

    @Test func `an address that leads nowhere at all proposes v1 at the first request`() async throws {
        let name = "nowhere"
        try await MockServer.shared.script(
            name,
            [
                Reply("<html>404</html>", status: 404, type: "text/html", path: "/models"),
                Reply("<html>404</html>", status: 404, type: "text/html"),
            ])
        let base = "\(MockServer.shared.address)/scripted:always:\(name)"
        let error = await #expect(throws: ModelError.self) {
            try await Dialect.chat.withModel("scripted:always:\(name)", base: "") { try await $0.answer(.fixture()) }
        }
        #expect(error?.kind == .misconfigured)
        #expect(error?.description.hasSuffix("try --base-url \(base)/v1") == true, "\(error as Any)")
    }
}
