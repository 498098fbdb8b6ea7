import EvaluationCore
import Foundation
import ModelClients
import Testing

/// What the client makes of servers that fail in every way the mock knows.
@Suite struct FaultTests {
    @Test(arguments: [
        "status:2:500", "status:2:503", "status:2:502", "rate-limited:2", "rate-limited:2:0", "reset:2", "truncated:2",
        "html:2", "empty-choices:2", "huge:1",
    ])
    func `a passing fault is tried again, counted, and answered`(_ scenario: String) async throws {
        let answer = try await withMock("\(scenario)~passing", key: "sk-1") { try await $0.answer(.fixture()) }
        #expect(answer.text.contains("answer = "))
        #expect(answer.retries == Int(scenario.split(separator: ":")[1]))
    }

    @Test(arguments: [
        ("silent", "no first byte within 2 s (after 4 requests)"),
        ("drip", "no whole answer within 3 s (after 4 requests)"),
    ])
    func `a server that takes its time is given up and asked again`(_ fault: String, words: String) async throws {
        let limits = TimeLimits(firstByte: .seconds(2), whole: .seconds(3))
        let answer = try await withMock("\(fault):1~passing", limits: limits) { try await $0.answer(.fixture()) }
        #expect(answer.retries >= 1)
        let error = await #expect(throws: ModelError.self) {
            try await withMock("\(fault):always~staying", limits: limits) { try await $0.answer(.fixture()) }
        }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("status:always:500", "HTTP 500: as asked for (after 4 requests)"),
        ("status:always:503", "HTTP 503: as asked for (after 4 requests)"),
        ("reset:always", "closed the connection before the answer was whole (after 4 requests)"),
        ("truncated:always", "is no whole JSON"),
        ("html:always", "the answer is 'text/html' instead of JSON; does the base URL end in /v1? (after 4 requests)"),
        ("empty-choices:always", "the answer has empty 'choices' (after 4 requests)"),
        ("huge:always", "the answer is longer than 16 MiB (after 4 requests)"),
        (
            "rate-limited:always:3600",
            "it asks to wait 1h 0m, which is longer than --max-wait 3 allows: run the same command later"
        ),
        ("quota:always", "no money left; the quota is used up: run the same command later"),
    ])
    func `a fault that stays ends as unavailable, and says why`(_ scenario: String, words: String) async throws {
        let error = await #expect(throws: ModelError.self) {
            try await withMock("\(scenario)~staying") { try await $0.answer(.fixture()) }
        }
        #expect(error?.kind == .unavailable)
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test func `what a retry cannot mend is not retried`() async throws {
        for scenario in ["status:always:401~once", "quota:always~once", "too-long:always~once"] {
            _ = try? await withMock(scenario) { try await $0.answer(.fixture()) }
            #expect(try MockServer.shared.statistics(scenario).bodies.count == 1)
        }
    }

    @Test func `a prompt that is too long is this prompt's trouble`() async throws {
        let error = await #expect(throws: ModelError.self) {
            try await withMock("too-long:always~long") { try await $0.answer(.fixture()) }
        }
        #expect(error?.kind == .unanswerable)
    }

    @Test func `an unexplained 400 is the prompt's trouble when others are answered`() async throws {
        let error = await #expect(throws: ModelError.self) {
            try await withMock("reject-prompt:always:CWE-79") { try await $0.answer(.fixture("CWE-79_01")) }
        }
        #expect(error?.kind == .unanswerable)
    }

    @Test func `an unexplained 400 to everything is the user's to mend`() async throws {
        let error = await #expect(throws: ModelError.self) {
            try await withMock("status:always:400") { try await $0.answer(.fixture()) }
        }
        #expect(error?.kind == .misconfigured)
    }

    @Test func `a Retry-After holds back every request, not only the one that was told`() async throws {
        let scenario = "rate-limited:1:1~pause"
        let start = ContinuousClock.now
        try await withMock(scenario, connections: 1) { model in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<3 { group.addTask { _ = try await model.answer(.fixture(index: index)) } }
                try await group.waitForAll()
            }
        }
        #expect(ContinuousClock.now - start >= .seconds(1))
        #expect(try MockServer.shared.statistics(scenario).bodies.count == 4)
    }

    @Test func `a server that is down is not flooded by many waiting requests`() async throws {
        let scenario = "status:always:500~flood"
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                _ = try? await withMock(scenario, connections: 50) { model in
                    await withTaskGroup(of: Void.self) { group in
                        for index in 0..<50 { group.addTask { _ = try? await model.answer(.fixture(index: index)) } }
                    }
                }
            }
        }
        // 50 are under way at first; 200 would be four tries each.
        #expect(try MockServer.shared.statistics(scenario).bodies.count < 75)
    }

    @Test func `no more connections are used than allowed`() async throws {
        // Long enough for five requests to be there at once, also on a machine with other work.
        let server = MockServer(latency: 1000)
        let options = ModelOptions.hasty(baseURL: "\(server.address)/plain~bound/v1", connections: 5)
        try await withModel("openai-compatible/mock", options) { model in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<10 { group.addTask { _ = try await model.answer(.fixture(index: index)) } }
                try await group.waitForAll()
            }
        }
        #expect(try server.statistics("plain~bound").mostUnderWay == 5)
    }
}
