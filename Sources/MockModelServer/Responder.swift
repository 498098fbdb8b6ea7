internal import NIOHTTP1

/// Decides what to answer, as a function of the request and of how often the scenario was met.
struct Responder: Sendable {
    let ledger: Ledger
    let scripts = ScriptStore()
    /// Bytes of ordinary answers, at least.
    let answerBytes: Int

    struct Request: Sendable {
        var path: String
        var body: [UInt8]
        /// What came as `Authorization`, `x-api-key` or `api-key`.
        var key: String?

        /// Whether it is a question, not a look at the server.
        var asksModel: Bool { path.hasSuffix("completions") || path.hasSuffix("/messages") }
    }

    /// The scenario's text, for `/plain/v1/models` that is `plain`.
    static func scenario(in path: String) -> Substring {
        path.dropFirst().prefix { $0 != "/" }
    }

    func answer(_ request: Request) -> Answer {
        let name = Self.scenario(in: request.path)
        if name == "stats" {
            return Answer(body: ledger.json(String(request.path.dropFirst("/stats/".count))))
        }
        if name == "requests" {
            return Answer(body: ledger.requests(String(request.path.dropFirst("/requests/".count))))
        }
        if name == "script" {
            let name = String(request.path.dropFirst("/script/".count))
            return scripts.store(name, request.body) ? Answer(body: "{}") : .error(400, "no script")
        }
        if let scenario = Scenario(name), scenario.fault == .scripted,
            let answer = scripts.answer(scenario.argument, request)
        {
            if request.asksModel {
                _ = ledger.began(String(name), body: Self.hash(request.body), key: request.key, text: request.body)
            }
            return answer
        }
        if request.path.hasSuffix("/version") { return Answer(body: #"{"version":"0.1-mock"}"#) }
        guard let scenario = Scenario(name) else { return .error(404, "no scenario '\(name)'") }
        if request.path.hasSuffix("/models") { return Answer(body: #"{"object":"list","data":[{"id":"mock"}]}"#) }
        let hash = Self.hash(request.body)
        let count = ledger.began(String(name), body: hash, key: request.key, text: request.body)
        let plain = ordinary(request, hash: hash)
        guard count <= scenario.times else { return plain }
        return faulty(scenario, request, plain: plain)
    }

    private func ordinary(_ request: Request, hash: UInt64) -> Answer {
        let filler = String(repeating: "# line of an answer\\n", count: max(answerBytes - 80, 0) / 20)
        let text = "```python\\n\(filler)answer = '\(String(hash, radix: 16))'\\n```\\n"
        if request.path.hasSuffix("/messages") {
            return Answer(
                body: """
                    {"model":"mock-1","role":"assistant","content":[{"type":"text","text":"\(text)"}],\
                    "stop_reason":"end_turn","usage":{"input_tokens":11,"output_tokens":7}}
                    """)
        }
        let choice =
            request.path.hasSuffix("/chat/completions")
            ? #"{"index":0,"message":{"role":"assistant","content":"\#(text)"},"finish_reason":"stop"}"#
            : #"{"index":0,"text":"\#(text)","finish_reason":"stop"}"#
        return Answer(
            body: """
                {"id":"mock","object":"chat.completion","created":0,"model":"mock-1","choices":[\(choice)],\
                "usage":{"prompt_tokens":11,"completion_tokens":7,"total_tokens":18}}
                """)
    }

    private func faulty(_ scenario: Scenario, _ request: Request, plain: Answer) -> Answer {
        var answer = plain
        switch scenario.fault {
        case .plain, .scripted: break
        case .status: return .error(Int(scenario.argument) ?? 500, "as asked for")
        case .rateLimited:
            answer = .error(429, "slow down", code: "rate_limit_exceeded")
            if !scenario.argument.isEmpty { answer.headers = [("Retry-After", scenario.argument)] }
        case .quota: return .error(429, "no money left", code: "insufficient_quota")
        case .tooLong:
            return .error(400, "This model's maximum context length is 8 tokens", code: "context_length_exceeded")
        case .rejectPrompt where contains(scenario.argument, request): return .error(400, "I dislike this")
        case .poison where contains(scenario.argument, request): return .error(500, "this one breaks me")
        case .rejectPrompt, .poison: break
        case .reset: answer.delivery = .brokenOff
        case .truncated: answer.body = String(plain.body.prefix(plain.body.count / 2))
        case .html:
            answer = Answer(contentType: "text/html", body: "<html><body>Welcome</body></html>")
        case .emptyChoices: answer.body = #"{"model":"mock-1","choices":[],"content":[]}"#
        case .silent: answer.delivery = .never
        case .drip: answer.delivery = .byteASecond
        case .huge:
            answer.body = String(repeating: plain.body, count: 65_536 / plain.body.utf8.count + 1)
            answer.delivery = .repeated(100_000_000 / answer.body.utf8.count)
        case .redirect:
            answer = Answer(status: .temporaryRedirect, body: "{}")
            answer.headers = [("Location", "http://localhost:\(scenario.argument)/plain~stolen/v1/chat/completions")]
        case .echoKey: return .error(401, "wrong key: \(request.key ?? "")")
        case .thinking:
            answer.body = plain.body.replacing(#""content":""#, with: #""content":"<think>hm, hm</think>\n"#)
        }
        return answer
    }

    private func contains(_ text: String, _ request: Request) -> Bool {
        String(decoding: request.body, as: UTF8.self).contains(text)
    }

    /// FNV-1a.
    static func hash(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}
