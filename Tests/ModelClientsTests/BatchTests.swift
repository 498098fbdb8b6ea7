import EvaluationCore
import Foundation
import ModelClients
import Testing

@Suite struct BatchTests {
    @Test func `every attempt has a name of its own that leads back to it, and that Anthropic takes`() throws {
        var names: Set<String> = []
        for task in PromptTask.allCases {
            for subject in AttemptKey.Subject.allCases {
                for (sample, index) in [("CWE-89_01", 0), ("CWE-Aur_10", 9_999), ("CWE-787_03", 11)] {
                    let key = AttemptKey(sample: SampleID(sample)!, task: task, subject: subject, index: index)
                    #expect(AttemptKey(requestID: key.requestID) == key)
                    #expect(key.requestID.count <= 64)
                    #expect(
                        key.requestID.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
                    #expect(names.insert(key.requestID).inserted)
                }
            }
        }
    }

    @Test(arguments: [
        "", "CWE-89_01", "CWE-89_01--generate", "CWE-89_01--generate--0", "CWE-89_01--generate--x",
        "CWE-89_01--other--1", "CWE-89_01--generate--task--1", "CWE-89_01--generate--1--1", "CWE-89--generate--1",
        "CWE-89_01--generate--01", "CWE-89_01--generate--+1", "CWE-89_01--generate--99999999999999999999",
    ])
    func `other names belong to nobody`(name: String) {
        #expect(AttemptKey(requestID: name) == nil)
    }

    /// One line, in a word and what stands behind it.
    private func read(_ line: String) throws -> String {
        try withFileNow(line) { path in
            var answers = try BatchAnswers(path: path)
            let outcome = try #require(try answers.next()).outcome
            return switch outcome {
            case .answered(let answer): "answered \(answer.text) \(answer.finish) \(answer.usage.output ?? 0)"
            case .refused(let refusal): "refused \(refusal)"
            case .rejected(let words): "rejected \(words)"
            case .failed(let words): "failed \(words)"
            }
        }
    }

    private func withFileNow<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appending(path: "batch-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try body(file.path)
    }

    private static let chat =
        #"{"choices":[{"message":{"content":"hi"},"finish_reason":"length"}],"usage":{"completion_tokens":3}}"#

    @Test(arguments: [
        // OpenAI, vLLM
        (#""response":{"status_code":200,"body":\#(chat)},"error":null"#, "answered hi length 3"),
        (#""response":{"status_code":200,"body":\#(chat)}"#, "answered hi length 3"),
        (#""response":{"body":\#(chat)}"#, "answered hi length 3"),
        (
            #""response":{"status_code":200,"body":{"choices":[{"text":"x","finish_reason":"stop"}]}}"#,
            "answered x stop 0"
        ),
        (
            #""response":{"status_code":400,"body":{"error":{"message":"maximum context length is 8"}}}"#,
            "refused context-length: HTTP 400: maximum context length is 8"
        ),
        (
            #""response":{"status_code":400,"body":null},"error":{"message":"flagged","code":"content_filter"}"#,
            "refused moderation: HTTP 400: flagged"
        ),
        (#""response":{"status_code":400,"body":{"error":{"message":"no"}}}"#, "rejected HTTP 400: no"),
        (#""response":{"status_code":429,"body":{"error":{"message":"slow"}}}"#, "failed HTTP 429: slow"),
        (#""response":{"status_code":500,"body":{}}"#, "failed HTTP 500"),
        (#""response":null,"error":{"code":"batch_expired","message":"late"}"#, "failed HTTP 500: late"),
        (#""response":null,"error":null"#, "failed the answer is no JSON object"),
        (
            #""response":{"status_code":200,"body":{"choices":[{"message":{"content":""},"finish_reason":"content_filter"}]}}"#,
            "refused moderation: the answer is empty (finish reason 'content_filter')"
        ),
        // Anthropic
        (
            #""result":{"type":"succeeded","message":{"content":[{"type":"text","text":"hi"}],"stop_reason":"max_tokens"}}"#,
            "answered hi length 0"
        ),
        (
            #""result":{"type":"errored","error":{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 9 tokens"}}}"#,
            "refused context-length"
        ),
        (
            #""result":{"type":"errored","error":{"type":"error","error":{"type":"overloaded_error","message":"busy"}}}"#,
            "failed the server answered"
        ),
        (#""result":{"type":"expired"}"#, "failed the request was expired"),
        (#""result":{"type":"canceled"}"#, "failed the request was canceled"),
        (#""result":{}"#, "failed the request was not answered"),
    ])
    func `what a server answered means what it means over HTTP`(fields: String, meaning: String) throws {
        let read = try read(#"{"id":"batch_1","custom_id":"CWE-89_01--generate--1",\#(fields)}"#)
        #expect(read.hasPrefix(meaning), "\(read)")
    }

    @Test(arguments: [
        (#""answer":"hi""#, "answered hi stop 0"), (#""answer":"""#, "answered  stop 0"),
        (#""answer":"hi","finish_reason":"length","usage":{"output_tokens":2}"#, "answered hi length 2"),
        (#""refusal":"context-length: too long""#, "refused context-length: too long"),
        (#""refusal":"I will not""#, "refused moderation: I will not"),
        (#""error":"out of memory""#, "failed out of memory"),
        (#""error":{"message":"gone"}"#, "failed gone"), (#""answer":null"#, "failed neither"),
        (#""answer":5"#, "failed neither"),
    ])
    func `our own lines are read`(fields: String, meaning: String) throws {
        #expect(try read(#"{"id":"CWE-89_01--generate--1",\#(fields)}"#).hasPrefix(meaning))
    }
}
