import EvaluationCore
import Foundation
import GRDB
import RunStore
import TestSupport
import Testing

@Suite struct StepTests {
    private static let key = AttemptKey(sample: RunFileTests.sample, task: .generate, index: 0)
    private static let prompt = Prompt.chat([ChatMessage(role: .user, content: "Do it.\u{0}\u{FEFF}")])
    private static let steps = [
        AttemptStep(
            number: 0, name: "draft",
            content: .answered(
                prompt, ModelAnswer(text: "x\u{0}", reasoning: "hm", usage: TokenUsage(input: 7, output: 5), latency: 1)
            )),
        AttemptStep(number: 1, name: "tests", content: .answered(prompt, ModelAnswer(text: "123456"))),
        AttemptStep(number: 2, name: "run-tests", content: .tool(input: "x", output: #"{"outcomes":[]}"#)),
        AttemptStep(number: 3, name: "rewriting", content: .refused(prompt, reason: "context-length: long")),
    ]

    @Test func `steps are read back as they were recorded, and count until their attempt is there and after it`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let file = try RunFileTests.open(folder.appending(path: "a.run"))
            let recorder = RunFileRecorder(file, scorer: "s")
            for step in Self.steps { try await recorder.record(step, of: Self.key) }
            let stored = try await recorder.steps(of: Self.key)
            #expect(stored == Self.steps)
            let other = try file.steps(of: AttemptKey(sample: RunFileTests.sample, task: .generate, index: 1))
            #expect(other.isEmpty)
            // 7 and, where nobody counted, a third of the bytes: of the prompt with what a message costs, and of the answer.
            let spent = SpentTokens(input: 7 + (3 + 4 + (Self.promptBytes + 2) / 3), output: 5 + 2)
            #expect(try await recorder.spentTokens() == spent)
            try await recorder.record([RunFileTests.attempt(0), RunFileTests.attempt(1)])
            let after = try await recorder.spentTokens()
            // The first is told by its steps; the second, without any, by itself.
            #expect((after.input, after.output) == (spent.input + 3, spent.output + 2))
            #expect(try file.results().attempts.map(\.calls) == [2, nil])
        }
    }

    private static let promptBytes = "Do it.\u{0}\u{FEFF}".utf8.count

    @Test(arguments: 0..<4)
    func `a step that is made again takes the place of all that came after it`(number: Int) async throws {
        try await withTemporaryFolder { folder in
            let recorder = RunFileRecorder(try RunFileTests.open(folder.appending(path: "a.run")), scorer: "s")
            for step in Self.steps { try await recorder.record(step, of: Self.key) }
            let new = AttemptStep(number: number, name: "new", content: .tool(input: "", output: "1"))
            try await recorder.record(new, of: Self.key)
            #expect(try await recorder.steps(of: Self.key) == Self.steps.prefix(number) + [new])
        }
    }

    @Test func `a run of a version without steps is read, and takes steps once it is gone on with`() async throws {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "a.run")
            let file = try RunFileTests.open(url)
            try await RunFileRecorder(file, scorer: "s").record([RunFileTests.attempt(0)])
            file.close()
            let database = try DatabaseQueue(path: url.path)
            try await database.write { database in
                try database.execute(sql: "DROP TABLE step")
                try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = 'steps of dialogues'")
            }
            try database.close()
            let reader = try RunFile(reading: url)
            #expect(try reader.results().attempts.map(\.calls) == [nil])
            #expect(try reader.steps(of: Self.key).isEmpty)
            reader.close()
            let again = try RunFileTests.open(url)
            try await RunFileRecorder(again, scorer: "s").record(Self.steps[0], of: Self.key)
            #expect(try again.steps(of: Self.key) == [Self.steps[0]])
            again.close()
        }
    }

    @Test func `another strategy's plan does not go on with a run`() throws {
        var other = RunFileTests.plan
        other.strategy = "tests:2"
        let error = #expect(throws: UserError.self) { try RunFileTests.plan.grown(by: other) }
        #expect(error?.description.contains("--strategy 'plain', not 'tests:2'") == true)
    }
}
