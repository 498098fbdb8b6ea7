import EvaluationCore
import Foundation
import RunStore
import TestSupport
import Testing

@Suite struct RefusalTests {
    private func refused(_ index: Int, _ refusal: Refusal) -> Attempt {
        Attempt(
            key: AttemptKey(sample: RunFileTests.sample, task: .generate, index: index), promptDigest: "q",
            outcome: .refused(refusal.description))
    }

    @Test func `a refusal keeps its reason and the server's words`() async throws {
        try await withTemporaryFolder { folder in
            let file = try RunFileTests.open(folder.appending(path: "a.run"))
            let recorder = RunFileRecorder(file, scorer: "s")
            let refusals = [Refusal(.contextLength, "HTTP 400: too long"), Refusal(.moderation, "flagged: a: b")]
            try await recorder.record(refusals.enumerated().map { refused($0, $1) })
            let reader = try RunFile(reading: file.url)
            #expect(try reader.refusals().sorted { $0.key < $1.key }.map(\.value) == refusals)
            #expect(try reader.results().attempts.map(\.refusal) == ["context-length", "moderation"])
        }
    }

    @Test(arguments: ["too long", "", ": ", "unheard-of: words", "context-length"])
    func `a refusal of another version is read as it stands`(_ text: String) {
        #expect(Refusal(text).description == text)
        #expect(Refusal(text).name == "other")
    }

    @Test func `an answer takes the place of a refusal and of its score, and never that of an answer`() async throws {
        try await withTemporaryFolder { folder in
            let file = try RunFileTests.open(folder.appending(path: "a.run"))
            let recorder = RunFileRecorder(file, scorer: "s")
            try await recorder.record([refused(0, Refusal(.contextLength, "too long")), RunFileTests.attempt(1)])
            try await recorder.record([RunFileTests.score(0, .incorrect), RunFileTests.score(1, .secure)])
            try await recorder.record([RunFileTests.attempt(0)])
            #expect(try file.attempt(RunFileTests.attempt(0).key)?.attempt == RunFileTests.attempt(0))
            #expect(try file.attempt(RunFileTests.attempt(0).key)?.score == nil)
            #expect(try file.attempt(RunFileTests.attempt(1).key)?.score != nil)
            await #expect(throws: (any Error).self) { try await recorder.record([RunFileTests.attempt(1, text: "y")]) }
        }
    }

    @Test(arguments: ["a\u{0}b", "\u{0}", "\u{0}\u{0}x = '\u{0}'\n", "\\ud83d", "😀\u{FFFD}\r\n", ""])
    func `any text is stored whole`(_ text: String) async throws {
        try await withTemporaryFolder { folder in
            let file = try RunFileTests.open(folder.appending(path: "a.run"))
            let recorder = RunFileRecorder(file, scorer: "s")
            var attempt = RunFileTests.attempt(0)
            attempt.outcome = .answered(ModelAnswer(text: text, reasoning: text))
            try await recorder.record([attempt])
            let score = Score(
                key: attempt.key, result: .code(ExtractedCode(code: text), Verdict(.incorrect, cause: "c"), .zero))
            try await recorder.record([score])
            #expect(try await recorder.unscoredAttempts(limit: 9).isEmpty)
            let stored = try #require(try file.attempt(attempt.key))
            #expect(stored.attempt == attempt)
            #expect(stored.score == score)
        }
    }
}
