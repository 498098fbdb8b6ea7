import EvaluationCore
import ModelClients
import Testing

/// Replies that are no answers: what each means, and that the server's own words are kept.
@Suite struct FaultReadingTests {
    /// The places in which servers put a message.
    static func errorBodies(_ words: String, code: String = "null") -> [String] {
        [
            #"{"error":{"message":"\#(words)","type":"e","code":\#(code)}}"#,
            #"{"error":"\#(words)"}"#,
            #"{"error":{"error":{"message":"\#(words)"}}}"#,
            #"{"errors":[{"message":"\#(words)"}]}"#,
            #"[{"error":{"message":"\#(words)","status":"X"}}]"#,
            #"{"object":"error","message":"\#(words)"}"#,
            #"{"detail":"\#(words)"}"#,
            #"{"detail":[{"loc":["body"],"msg":"\#(words)"}]}"#,
            #"{"detail":{"error":{"message":"\#(words)"}}}"#,
            #"{"type":"error","error":{"type":"e","message":"\#(words)"}}"#,
            #"{"error":{"message":"Provider returned error","metadata":{"raw":"{\"error\":{\"message\":\"\#(words)\"}}"}}}"#,
            #"{"message":"\#(words)"}"#, #"{"error":["\#(words)"]}"#,
            "data: {\"error\":{\"message\":\"\(words)\"}}\n\n",
        ]
    }

    @Test(
        arguments: Dialect.allCases,
        [
            "error", "Error", "failed", "abort", "cancelled", "timeout", "internal_error", "network_error",
            "insufficient_system_resource", "error: upstream",
        ])
    func `an answer that broke off is tried again, whatever it holds`(_ dialect: Dialect, ending: String) {
        for text in [#""""#, #""half of""#] {
            let body = dialect.reply(text: text, ending: "\"\(ending)\"")
            #expect(fault { () throws(ReplyFault) in try dialect.read(body) }?.meaning == .passing)
        }
    }

    @Test(arguments: [
        (#"{"code":502,"message":"bad upstream"}"#, ReplyFault.Meaning.passing),
        (#"{"message":"bad upstream"}"#, .passing),
        (#""bad upstream""#, .passing), (#"{"code":"500","message":"bad upstream"}"#, .passing),
        (#"{"code":401,"message":"bad upstream"}"#, .misconfigured),
        (#"{"type":"authentication_error","message":"bad upstream"}"#, .misconfigured),
        (#"{"code":400,"message":"bad upstream"}"#, .rejected),
        (#"{"code":429,"message":"bad upstream"}"#, .rateLimited(pause: nil)),
        (#"{"type":"rate_limit_error","message":"bad upstream"}"#, .rateLimited(pause: nil)),
        (#"{"code":"insufficient_quota","message":"bad upstream"}"#, .closed),
        (#"{"type":"overloaded_error","message":"bad upstream"}"#, .rateLimited(pause: nil)),
        (#"{"code":403,"message":"bad upstream: flagged"}"#, .unanswerable(.moderation)),
        (#"{"code":400,"message":"bad upstream: maximum context length"}"#, .unanswerable(.contextLength)),
        (#"["bad upstream"]"#, .passing),
    ])
    func `an error that comes with 200 is read by its code, with its words`(
        _ error: String, meaning: ReplyFault.Meaning
    ) {
        for (dialect, more) in [
            (Dialect.chat, #","choices":null"#), (.chat, ""), (.completions, #","choices":[]"#), (.anthropic, ""),
            (.anthropic, #","type":"error""#),
        ] {
            let found = fault { () throws(ReplyFault) in try dialect.read("{\"error\":\(error)\(more)}") }
            #expect(found?.meaning == meaning, "\(dialect) \(error)")
            #expect(found?.message.contains("bad upstream") == true)
        }
        let inChoice = #"{"choices":[{"finish_reason":"error","error":\#(error),"message":{"content":""}}]}"#
        let found = fault { () throws(ReplyFault) in try Dialect.chat.read(inChoice) }
        #expect(found?.meaning == meaning && found?.message.contains("bad upstream") == true)
    }

    @Test(arguments: Dialect.allCases, ["null", "{}", #""""#, "[]", "false", #"{"code":0,"message":""}"#])
    func `an error that says nothing is none`(_ dialect: Dialect, error: String) throws {
        #expect(try dialect.read(dialect.reply(more: #","error":\#(error)"#)).text == "x = 1")
    }

    @Test(arguments: [
        // vLLM
        "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (3976 in the messages, 1024 in the completion).",
        "max_tokens must be at least 1, got -34", "`max_tokens` must be at least 1, got -34.",
        "'max_tokens' or 'max_completion_tokens' is too large: 1024. This model's maximum context length is 1024 tokens",
        "The decoder prompt (length 5000) is longer than the maximum model length of 2048.",
        // SGLang
        "The input (5000 tokens) is longer than the model's context length (4096 tokens).",
        "Requested token count exceeds the model's maximum context length of 4096 tokens.",
        // llama.cpp
        "the request exceeds the available context size, try increasing it",
        "input is too large to process. increase the physical batch size",
        // TGI
        "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 `inputs` tokens and 1024",
        "Input validation error: `inputs` must have less than 4095 tokens. Given: 5000",
        // Anthropic, Mistral, Gemini, xAI, Bedrock, litellm
        "prompt is too long: 208310 tokens > 200000 maximum",
        "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000",
        "Prompt contains 40000 tokens, too large for model with 32768 maximum context length",
        "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
        "This model's maximum prompt length is 131072 but the request contains 537812 tokens.",
        "Input is too long for requested model.", "litellm.ContextWindowExceededError: this is too much",
    ])
    func `a prompt that does not fit is refused as that, wherever the words stand`(_ words: String) {
        for body in Self.errorBodies(words) {
            for status in [400, 422, 500] {
                let found = fault { () throws(ReplyFault) in try Dialect.chat.read(body, status: status) }
                #expect(found?.refusal == .contextLength, "\(status) \(body)")
                #expect(found?.message.contains(words.prefix(40)) == true, "\(found?.message ?? "")")
            }
        }
        for body in Self.errorBodies(words, code: "400").prefix(1) {
            #expect(fault { () throws(ReplyFault) in try Dialect.chat.read(body) }?.refusal == .contextLength)
        }
    }

    @Test(arguments: [
        "Your input was flagged by our moderation", "blocked: PROHIBITED_CONTENT", "Content Policy violation",
        "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
        "Input data may contain inappropriate content.", "request failed our safety checks", "guardrail intervened",
        "Invalid prompt: your prompt was flagged as potentially violating our usage policy.",
    ])
    func `a filter's no is this prompt's`(_ words: String) {
        for body in Self.errorBodies(words) {
            for status in [400, 403, 422, 451] {
                let found = fault { () throws(ReplyFault) in try Dialect.chat.read(body, status: status) }
                #expect(found?.refusal == .moderation, "\(status) \(body)")
            }
        }
        let inTwoHundred = #"{"error":{"code":403,"message":"\#(words)"}}"#
        for dialect in Dialect.allCases {
            #expect(fault { () throws(ReplyFault) in try dialect.read(inTwoHundred) }?.refusal == .moderation)
        }
    }

    @Test(arguments: [
        (401, "Incorrect API key", ReplyFault.Meaning.misconfigured), (402, "pay", .closed), (403, "no", .forbidden),
        (403, "Your account was flagged", .forbidden), (404, "no such model", .misconfigured), (408, "slow", .passing),
        (400, "odd", .rejected), (422, "odd", .rejected), (500, "odd", .passing), (502, "odd", .passing),
        (503, "busy", .passing), (529, "busy", .rateLimited(pause: nil)), (413, "big", .unanswerable(.contextLength)),
        (429, "slow", .rateLimited(pause: nil)), (429, "insufficient_quota", .closed),
        (429, "Request too large for m", .unanswerable(.contextLength)), (418, "teapot", .rejected),
        (400, "max_tokens is too large: 100000. This model supports at most 16384 completion tokens", .rejected),
        (400, "safety_identifier: unknown parameter", .rejected), (599, "odd", .passing),
    ])
    func `a status means the same wherever the words stand`(_ status: Int, words: String, meaning: ReplyFault.Meaning) {
        for body in Self.errorBodies(words) + [words] {
            let found = fault { () throws(ReplyFault) in try Dialect.chat.read(body, status: status) }
            #expect(found?.meaning == meaning, "\(status) \(body) \(String(describing: found))")
            #expect(found?.message.contains(words) == true, "\(found?.message ?? "")")
        }
    }

    @Test(
        arguments: [
            ("86400", Duration.seconds(86400)), ("0.5", .seconds(0.5)), ("-3", .zero), ("1e99", .seconds(366 * 86400)),
            ("inf", .seconds(366 * 86400)), ("soon", nil), ("", nil), ("nan", nil),
        ] as [(String, Duration?)])
    func `Retry-After of any kind is a pause or none`(_ header: String, pause: Duration?) {
        for status in [429, 503] {
            let found = fault { () throws(ReplyFault) in
                try Dialect.chat.read("{}", status: status, retryAfter: header)
            }
            #expect(found?.meaning == .rateLimited(pause: pause))
        }
    }

    @Test(arguments: [
        ("Unsupported parameter: 'seed' is not supported", RejectedParameter.seed),
        ("body.seed: Extra inputs are not permitted", .seed),
        ("Unsupported value: 'temperature' does not support 0.2", .temperature),
        (
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
            .maxTokens
        ),
        ("max_completion_tokens: Extra inputs are not permitted", .maxCompletionTokens),
        ("Invalid 'stop': array too long. Expected an array with maximum length 4", .stop), ("top_p must be 1", .topP),
        ("System role not supported", .systemRole),
    ])
    func `the parameter that a server rejects is known`(_ words: String, parameter: RejectedParameter) {
        for body in Self.errorBodies(words) {
            let found = fault { () throws(ReplyFault) in try Dialect.chat.read(body, status: 400) }
            #expect(found?.parameter == parameter, "\(body)")
        }
    }

    @Test(arguments: [
        #"{"choices":[{"message":{"content":null,"tool_calls":[{"id":"1"}]},"finish_reason":"tool_calls"}]}"#,
        #"{"choices":[{"message":{"content":"","function_call":{"name":"f"}},"finish_reason":"stop"}]}"#,
    ])
    func `only a tool call is a refusal`(_ body: String) {
        #expect(fault { () throws(ReplyFault) in try Dialect.chat.read(body) }?.refusal == .toolCall)
        let anthropic = #"{"content":[{"type":"tool_use","name":"f","input":{}}],"stop_reason":"tool_use"}"#
        #expect(fault { () throws(ReplyFault) in try Dialect.anthropic.read(anthropic) }?.refusal == .toolCall)
    }

    @Test(arguments: Dialect.allCases, ["content_filter", "SAFETY", "refusal"])
    func `an answer that a filter emptied is a refusal`(_ dialect: Dialect, ending: String) {
        let body = dialect.reply(text: #""""#, ending: "\"\(ending)\"")
        #expect(fault { () throws(ReplyFault) in try dialect.read(body) }?.refusal == .moderation)
    }

    @Test(arguments: Dialect.allCases)
    func `words that steer a terminal are cleaned`(_ dialect: Dialect) {
        let found = fault { () throws(ReplyFault) in
            try dialect.read(#"{"error":{"message":"a\u001b[31mb\u0000c\r\nd\u202ee"}}"#, status: 500)
        }
        #expect(found?.message == "HTTP 500: a [31mb c d e")
    }

    @Test func `a web page is named as that`() {
        let page = "<!doctype html><html><head><title>404 Not Found</title></head><body>nginx</body></html>"
        let found = fault { () throws(ReplyFault) in try Dialect.chat.read(page, status: 404, type: "text/html") }
        #expect(found?.message == "HTTP 404: 404 Not Found; does the base URL end in /v1?")
        let served = fault { () throws(ReplyFault) in try Dialect.chat.read(page, type: "text/html") }
        #expect(served?.message == "the answer is 'text/html' instead of JSON; does the base URL end in /v1?")
    }
}
