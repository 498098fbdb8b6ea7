import EvaluationCore
import ModelClients
import Testing

/// Replies that are answers, however oddly they are written.
@Suite struct AnswerReadingTests {
    @Test(arguments: Dialect.allCases)
    func `a plain reply is an answer with its usage`(_ dialect: Dialect) throws {
        let answer = try dialect.read(dialect.reply())
        #expect(answer.text == "x = 1")
        #expect(answer.finish == .stop)
        #expect(answer.usage == TokenUsage(input: 11, output: 7))
        #expect(answer.servedModel == "m")
    }

    @Test(
        arguments: Dialect.allCases,
        [
            ("null", nil), ("{}", nil), (#""many""#, nil), ("[1,2]", nil), ("3", nil),
            (#"{"prompt_tokens":10.6,"completion_tokens":"7","input_tokens":10.6,"output_tokens":"7"}"#, 11),
            (#"{"prompt_tokens":null,"completion_tokens":-4,"input_tokens":null,"output_tokens":-4}"#, nil),
            (#"{"prompt_tokens":1e300,"completion_tokens":9223372036854775808,"input_tokens":1e300}"#, nil),
            (#"{"prompt_tokens":NaN,"input_tokens":Infinity}"#, nil),
        ] as [(String, Int?)])
    func `odd counts of tokens cost no answer`(_ dialect: Dialect, usage: (String, Int?)) throws {
        let answer = try dialect.read(dialect.reply(usage: usage.0))
        #expect(answer.text == "x = 1")
        #expect(answer.usage.input == usage.1)
    }

    @Test(
        arguments: Dialect.allCases,
        [
            ("7", FinishReason.unknown), ("null", .unknown), ("{}", .unknown), (#"["stop"]"#, .stop),
            (#"{"type":"length"}"#, .length), (#""STOP""#, .stop), (#""MAX_TOKENS""#, .length),
            (#""made up""#, .unknown),
            ("true", .unknown),
        ])
    func `a finish reason of any type costs no answer`(_ dialect: Dialect, ending: (String, FinishReason)) throws {
        let answer = try dialect.read(dialect.reply(ending: ending.0))
        #expect(answer.text == "x = 1")
        #expect(answer.finish == ending.1)
    }

    @Test(
        arguments: [
            (#""thought""#, "thought"), (#"["a","b"]"#, "a\nb"), (#"{"text":"thought"}"#, "thought"),
            (#"[{"type":"reasoning.text","text":"thought"}]"#, "thought"), ("7", nil), ("null", nil), ("{}", nil),
        ] as [(String, String?)])
    func `reasoning of any type costs no answer`(_ reasoning: String, expected: String?) throws {
        for name in ["reasoning_content", "reasoning", "thinking"] {
            let body =
                #"{"choices":[{"message":{"content":"x = 1","\#(name)":\#(reasoning)},"finish_reason":"stop"}]}"#
            let answer = try Dialect.chat.read(body)
            #expect(answer.text == "x = 1")
            #expect(answer.reasoning == expected)
        }
    }

    @Test(arguments: [
        #"[{"type":"output_text","text":"x = 1"}]"#, #"[{"type":"text","text":"x ="},{"type":"text","text":" 1"}]"#,
        #"["x = 1"]"#, #"{"type":"text","text":"x = 1"}"#, #"[{"text":"x = 1"}]"#,
        #"[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},{"type":"text","text":"x = 1"}]"#,
        #"[{"type":"text","text":{"value":"x = 1"}}]"#,
        #"[{"type":"image_url"},{"type":"output_text","text":"x = 1"}]"#,
    ])
    func `text in parts of any spelling is read`(_ content: String) throws {
        for body in [
            #"{"choices":[{"message":{"content":\#(content)},"finish_reason":"stop"}]}"#,
            #"{"choices":{"message":{"content":\#(content)},"finish_reason":"stop"}}"#,
        ] {
            #expect(try Dialect.chat.read(body).text == "x = 1")
        }
        #expect(try Dialect.anthropic.read(#"{"content":\#(content),"stop_reason":"end_turn"}"#).text == "x = 1")
    }

    @Test(arguments: Dialect.allCases)
    func `NUL, half a pair and a broken byte come through`(_ dialect: Dialect) throws {
        let body = dialect.reply(text: #""a\u0000b \ud83d c \ude00 \ud83d\ude00 \ud83d\u0041""#)
        #expect(try dialect.read(body).text == "a\u{0}b \\ud83d c \\ude00 😀 \\ud83dA")
        var bytes = Array(dialect.reply(text: #""x = '#'""#).utf8)
        bytes[bytes.firstIndex(of: UInt8(ascii: "#"))!] = 0xFF
        #expect(try dialect.read(HTTPReply(body: bytes)).text == "x = '\u{FFFD}'")
        #expect(try dialect.read("\u{FEFF} \n" + dialect.reply()).text == "x = 1")
    }

    @Test(arguments: Dialect.allCases, ["text/event-stream", "application/json", "text/event-stream; charset=utf-8"])
    func `a stream that nobody asked for is put together`(_ dialect: Dialect, type: String) throws {
        let stream = dialect.stream([#""x""#, #"" = ""#, #""1""#])
        for text in [
            stream, stream.replacing("\n", with: "\r\n"), stream.replacing("data: ", with: "data:"),
            ": keep-alive\n\n" + stream, stream.replacing("\n\n", with: "\n"),
        ] {
            let answer = try dialect.read(text, type: type)
            #expect(answer.text == "x = 1")
            #expect(answer.finish == .stop)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a stream that breaks off is tried again`(_ dialect: Dialect) {
        let stream = dialect.stream([#""x""#], isWhole: false)
        #expect(fault { () throws(ReplyFault) in try dialect.read(stream) }?.meaning == .passing)
        let half = String(dialect.stream([#""x""#]).prefix(40))
        #expect(fault { () throws(ReplyFault) in try dialect.read(half) }?.meaning == .passing)
    }

    @Test func `an answer that is all reasoning is kept, and its score says so`() throws {
        let body = #"{"choices":[{"message":{"content":null,"reasoning_content":"hm"},"finish_reason":"length"}]}"#
        let answer = try Dialect.chat.read(body)
        #expect(answer.text == "")
        #expect(answer.finish == .length)
        let key = AttemptKey(sample: SampleID("CWE-89_01")!, task: .generate)
        let attempt = Attempt(key: key, promptDigest: "", outcome: .answered(answer))
        #expect(attempt.causeOfNoCode == "no-code: all tokens went into reasoning")
    }

    @Test(arguments: [
        (ModelAnswer(text: " \n", finish: .stop), "no-code: empty answer"),
        (ModelAnswer(text: "", finish: .length), "no-code: empty answer at the limit of tokens"),
        (ModelAnswer(text: "", reasoning: "hm", finish: .stop), "no-code: nothing after the reasoning"),
        (ModelAnswer(text: "I cannot.", finish: .stop), "no-code"),
    ])
    func `no text is empty in silence`(_ answer: ModelAnswer, cause: String) {
        let key = AttemptKey(sample: SampleID("CWE-89_01")!, task: .generate)
        let attempt = Attempt(key: key, promptDigest: "", outcome: .answered(answer))
        #expect(Verdict(.incorrect, cause: "no-code").explained(by: attempt).cause == cause)
        #expect(Verdict(.incorrect, cause: "wrong-result").explained(by: attempt).cause == "wrong-result")
    }
}
