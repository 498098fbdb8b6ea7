import EvaluationCore
import Foundation
import RunStore
import TestSupport
import Testing

@Suite struct RunFileTests {
    static let sample = SampleID("CWE-89_01")!
    static let plan = Plan(model: "control/secure", tasks: [.generate], samples: [sample], attempts: 2)
    static let stored = [sample: StoredSample(title: "Orders", textDigest: "aa")]

    static func provenance(dataset: String = "d") -> Provenance {
        Provenance(
            toolVersion: "1", datasetDigest: dataset, checksDigest: "c", promptsDigest: "p", sandbox: nil,
            model: ModelIdentity(model: "control/secure"), codeBLEU: "x")
    }

    static func open(_ url: URL, plan: Plan = plan, samples: [SampleID: StoredSample] = stored) throws -> RunFile {
        try RunFile(writing: url, plan: plan, label: "mine", provenance: provenance(), samples: samples)
    }

    static func attempt(_ index: Int, text: String = "x = 1") -> Attempt {
        Attempt(
            key: AttemptKey(sample: sample, task: .generate, index: index), promptDigest: "p\(index)",
            outcome: .answered(
                ModelAnswer(
                    text: text, reasoning: "hm", finish: .length, usage: TokenUsage(input: 3, output: nil),
                    latency: 0.5,
                    retries: 2, servedModel: "m")))
    }

    static func score(_ index: Int, _ kind: Verdict.Kind) -> Score {
        Score(
            key: AttemptKey(sample: sample, task: .generate, index: index),
            result: .code(
                ExtractedCode(
                    code: "x = 1", removed: [RemovedText("chatter", .words), RemovedText("more", .thinking)]),
                Verdict(
                    kind, cause: "exploited", detail: "a \"quoted\" detail",
                    checks: [CheckOutcome(name: "security/test_x", status: .exploited, message: "row", line: 3)],
                    sandboxLevel: 3, duration: 0.25),
                CodeBLEUScore(
                    codeBLEU: 0.1, ngramMatch: 0.2, weightedNgramMatch: 0.3, syntaxMatch: 0.4, dataFlowMatch: 1 / 3)))
    }

    @Test func `what was recorded is read back bit by bit`() async throws {
        try await withTemporaryFolder { folder in
            let file = try Self.open(folder.appending(path: "a.run"))
            let recorder = RunFileRecorder(file, scorer: "s")
            let refused = Attempt(
                key: AttemptKey(sample: Self.sample, task: .generate, index: 1), promptDigest: "q",
                outcome: .refused("too long"))
            try await recorder.record([Self.attempt(0), refused])
            try await recorder.record([Self.score(0, .insecure)])

            let reader = try RunFile(reading: file.url)
            let first = try #require(try reader.attempt(Self.attempt(0).key))
            #expect(first.attempt == Self.attempt(0))
            #expect(first.score == Self.score(0, .insecure))
            #expect(try #require(try reader.attempt(refused.key)).attempt == refused)
            #expect(try reader.plan() == Self.plan)
            #expect(try reader.label() == "mine")
            #expect(try reader.provenance() == Self.provenance())
            let results = try reader.results()
            #expect(results.attempts.map(\.key.index) == [0, 1])
            #expect(results.attempts[0].score == .code(.insecure, cause: "exploited", sandboxLevel: 3, codeBLEU: 0.1))
            #expect(results.attempts[1].score == nil)
        }
    }

    @Test(arguments: [
        ParsedLabel.secure, .insecure, .type(WeaknessType.ID("CWE-79")!), .otherType("CWE-1"), .unparsed,
    ])
    func `labels are read back`(label: ParsedLabel) async throws {
        try await withTemporaryFolder { folder in
            let file = try Self.open(folder.appending(path: "a.run"))
            let recorder = RunFileRecorder(file, scorer: "s")
            try await recorder.record([Self.attempt(0)])
            try await recorder.record([Score(key: Self.attempt(0).key, result: .label(label))])
            #expect(try file.results().attempts.first?.score == .label(label))
        }
    }

    @Test func `an attempt is scored once by each scorer, and again when scoring failed on our side`() async throws {
        try await withTemporaryFolder { folder in
            let file = try Self.open(folder.appending(path: "a.run"))
            let recorder = RunFileRecorder(file, scorer: "one")
            try await recorder.record([Self.attempt(0), Self.attempt(1)])
            #expect(try await recorder.unscoredAttempts(limit: 10).count == 2)
            try await recorder.record([Self.score(0, .secure), Self.score(1, .harnessError)])
            #expect(try await recorder.unscoredAttempts(limit: 10).map(\.key.index) == [1])
            #expect(try await RunFileRecorder(file, scorer: "two").unscoredAttempts(limit: 10).count == 2)
            try await recorder.record([Self.score(1, .secure)])
            #expect(try await recorder.unscoredAttempts(limit: 10).isEmpty)
        }
    }

    @Test func `a finished attempt is never replaced`() async throws {
        try await withTemporaryFolder { folder in
            let file = try Self.open(folder.appending(path: "a.run"))
            let recorder = RunFileRecorder(file, scorer: "s")
            try await recorder.record([Self.attempt(0)])
            await #expect(throws: (any Error).self) { try await recorder.record([Self.attempt(0, text: "other")]) }
            #expect(try file.attempt(Self.attempt(0).key)?.attempt == Self.attempt(0))
            #expect(try await recorder.finishedAttempts() == [Self.attempt(0).key])
        }
    }

    @Test func `a second writer is refused, a reader is not`() async throws {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "a.run")
            let file = try Self.open(url)
            let error = #expect(throws: UserError.self) { try Self.open(url) }
            #expect(try #require(error).description.contains("another secucogen is working on this file"))
            #expect(try RunFile(reading: url).plan() == file.plan())
        }
    }

    @Test func `a run goes on with more attempts, tasks and samples`() async throws {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "a.run")
            _ = try Self.open(url)
            var more = Self.plan
            more.attempts = 5
            more.tasks = [.repair]
            #expect(try Self.open(url, plan: more).plan().tasks == [.generate, .repair])
            #expect(try RunFile(reading: url).plan().attempts == 5)
        }
    }

    @Test func `a run does not go on under other settings`() async throws {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "a.run")
            _ = try Self.open(url)
            var other = Self.plan
            other.parameters.temperature = 0.7
            let error = #expect(throws: UserError.self) { try Self.open(url, plan: other) }
            #expect(try #require(error).description.contains("give another --output"))
        }
    }

    @Test func `a run does not go on with another version of a sample`() async throws {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "a.run")
            _ = try Self.open(url)
            let error = #expect(throws: UserError.self) {
                try Self.open(url, samples: [Self.sample: StoredSample(title: "Orders", textDigest: "bb")])
            }
            #expect(try #require(error).description.contains("another version of CWE-89_01"))
        }
    }

    @Test func `a file that is no run is named as such`() async throws {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "a.run")
            try Data(repeating: 0x41, count: 5000).write(to: url)
            let error = #expect(throws: UserError.self) { try RunFile(reading: url) }
            #expect(try #require(error).description.contains("is no run of secucogen"))
            #expect(throws: UserError.self) { try RunFile(reading: folder.appending(path: "missing.run")) }
        }
    }
}
