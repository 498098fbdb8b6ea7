import EvaluationCore
import EvaluationEngine
import Synchronization
import Testing

@Suite struct EvaluationTests {
    @Test func `every attempt of the plan is asked for, recorded and scored once`() async throws {
        let recorder = MemoryRecorder()
        let model = ScriptedModel()
        let plan = Plan.small(samples: 5, attempts: 3)

        let outcome = try await Evaluation.small(plan, model, recorder).run()

        #expect(outcome.ending == .complete)
        #expect(recorder.attempts.map(\.key) == plan.attemptKeys())
        #expect(recorder.scores.map(\.key) == plan.attemptKeys())
        #expect(model.requests.count == 15)
        #expect(outcome.progress.made == 15)
        #expect(outcome.progress.scored == 15)
        #expect(outcome.progress.inputTokens == 150)
    }

    @Test func `no more requests are under way than connections are allowed`() async throws {
        let model = ScriptedModel { _, _ in
            try await Task.sleep(for: .milliseconds(5))
            return ModelAnswer(text: "x")
        }
        _ = try await Evaluation.small(.small(samples: 40), model, MemoryRecorder(), connections: 7).run()
        #expect(model.mostUnderWay == 7)
    }

    @Test func `attempts at one question differ in their seed and share their prompt`() async throws {
        let model = ScriptedModel()
        let recorder = MemoryRecorder()
        _ = try await Evaluation.small(.small(samples: 1, attempts: 3, seed: 40), model, recorder).run()
        #expect(Set(model.requests.map(\.parameters.seed)) == [40, 41, 42])
        #expect(Set(recorder.attempts.map(\.promptDigest)).count == 1)
    }

    @Test func `what is durable is not asked for again`() async throws {
        let plan = Plan.small(samples: 6)
        let recorder = MemoryRecorder(
            plan.attemptKeys().prefix(4).map {
                Attempt(key: $0, promptDigest: "", outcome: .answered(ModelAnswer(text: "kept")))
            })
        let model = ScriptedModel()

        let outcome = try await Evaluation.small(plan, model, recorder).run()

        #expect(model.requests.map(\.key).sorted() == Array(plan.attemptKeys().suffix(2)))
        #expect(recorder.scores.count == 6)
        #expect(outcome.progress.reused == 4)
    }

    @Test func `a prompt that cannot be answered is recorded as refused and the run goes on`() async throws {
        let recorder = MemoryRecorder()
        let model = ScriptedModel { request, _ in
            if request.key.sample.number == 2 { throw ModelError(.unanswerable, "too long", refusal: .contextLength) }
            return ModelAnswer(text: "x")
        }
        let outcome = try await Evaluation.small(.small(samples: 3), model, recorder).run()
        #expect(outcome.ending == .complete)
        #expect(recorder.attempts.map(\.outcome)[1] == .refused("context-length: too long"))
        #expect(outcome.progress.refused == 1)
    }

    @Test func `an attempt that the server failed once is asked for again at the end`() async throws {
        let recorder = MemoryRecorder()
        let model = ScriptedModel { request, before in
            if request.key.sample.number == 1, before == 0 { throw ModelError(.unavailable, "hiccup") }
            return ModelAnswer(text: "x")
        }
        let outcome = try await Evaluation.small(.small(samples: 8), model, recorder, connections: 1).run()
        #expect(outcome.ending == .complete)
        #expect(model.requests.last?.key.sample.number == 1)
        #expect(recorder.attempts.count == 8)
    }

    @Test func `a server that is down ends the run after few requests, with what it said`() async throws {
        let recorder = MemoryRecorder()
        let model = ScriptedModel { request, _ in
            if request.key.sample.number > 5 { throw ModelError(.unavailable, "connection refused") }
            return ModelAnswer(text: "x")
        }
        let outcome = try await Evaluation.small(.small(samples: 90), model, recorder, connections: 1).run()
        #expect(outcome.ending == .unavailable("connection refused"))
        #expect(outcome.isIncomplete)
        #expect(model.requests.count == 8)
        #expect(recorder.attempts.count == 5)
        #expect(recorder.scores.count == 5)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [ModelError(.unavailable, "connection refused"), ModelError(.misconfigured, "the key is refused")])
    func `when it ends like this, a request that hangs is not waited for`(_ error: ModelError) async throws {
        let model = ScriptedModel { request, _ in
            if request.key.sample.number == 1 { try await Task.sleep(for: .seconds(600)) }
            throw error
        }
        let outcome = try? await Evaluation.small(.small(samples: 9), model, MemoryRecorder(), connections: 2).run()
        #expect(outcome?.ending == (error.kind == .unavailable ? .unavailable("connection refused") : nil))
    }

    @Test func `one prompt that always fails leaves the others their attempts`() async throws {
        let recorder = MemoryRecorder()
        let model = ScriptedModel { request, _ in
            if request.key.sample.number == 1 { throw ModelError(.unavailable, "it broke") }
            return ModelAnswer(text: "x")
        }
        let outcome = try await Evaluation.small(.small(samples: 9), model, recorder, connections: 2).run()
        #expect(outcome.ending == .unavailable("it broke; 1 attempts are missing"))
        #expect(recorder.attempts.count == 8)
    }

    @Test func `a wrong key is the user's to mend`() async throws {
        let model = ScriptedModel { _, _ in throw ModelError(.misconfigured, "the key is refused") }
        await #expect(throws: UserError("the key is refused")) {
            try await Evaluation.small(.small(samples: 9), model, MemoryRecorder()).run()
        }
    }

    @Test func `cancelling keeps what was answered`() async throws {
        let recorder = MemoryRecorder()
        let model = ScriptedModel { request, _ in
            if request.key.sample.number > 10 { try await Task.sleep(for: .seconds(600)) }
            return ModelAnswer(text: "x")
        }
        let running = Task { try await Evaluation.small(.small(samples: 30), model, recorder).run() }
        while recorder.attempts.count < 10 { await Task.yield() }
        running.cancel()
        let outcome = try await running.value
        #expect(outcome.ending == .interrupted)
        #expect(recorder.attempts.count == 10)
    }

    @Test func `stopping gently finishes what is in flight and starts nothing more`() async throws {
        let recorder = MemoryRecorder()
        let stop = StopSwitch()
        let model = ScriptedModel { request, _ in
            if request.key.sample.number == 5 { stop.flip() }
            return ModelAnswer(text: "x")
        }
        let outcome = try await Evaluation.small(.small(samples: 30), model, recorder, connections: 1, stop: stop).run()
        #expect(outcome.ending == .interrupted)
        #expect(recorder.attempts.count == 5)
    }

    @Test func `an error that any request would meet ends the run with the first`() async throws {
        let model = ScriptedModel { _, _ in throw ModelError(.unavailable, "come back tomorrow", endsRun: true) }
        let outcome = try await Evaluation.small(.small(samples: 9), model, MemoryRecorder(), connections: 1).run()
        #expect(outcome.ending == .unavailable("come back tomorrow"))
        #expect(model.requests.count == 1)
    }

    @Test func `refused attempts are asked again with the limit of today, and the others are not`() async throws {
        let plan = Plan.small(samples: 6)
        let keys = plan.attemptKeys()
        let recorder = MemoryRecorder(
            keys.prefix(4).enumerated().map { number, key in
                Attempt(
                    key: key, promptDigest: "",
                    outcome: number < 3 ? .refused("context-length: too long") : .answered(ModelAnswer(text: "kept")))
            })
        let model = ScriptedModel { request, _ in
            if request.key == keys[0] { throw ModelError(.unanswerable, "still", refusal: .contextLength) }
            return ModelAnswer(text: "new")
        }
        let evaluation = Evaluation(
            plan: plan, renderer: PlainRenderer(), model: model, recorder: recorder, scorer: ClosureScorer(),
            limits: EngineLimits(connections: 2, scorers: 1),
            askAgain: RefusedAgain(keys: Set(keys.prefix(3)), maxTokens: 7))

        let outcome = try await evaluation.run()

        #expect(outcome.ending == .complete)
        let limits = Dictionary(uniqueKeysWithValues: model.requests.map { ($0.key, $0.parameters.maxTokens) })
        #expect(keys.map { limits[$0] } == [7, 7, 7, nil, 20, 20])
        #expect(recorder.attempts.map { $0.answer?.text } == [nil, "new", "new", "kept", "new", "new"])
        #expect(recorder.scores.map(\.key) == keys)
    }

    @Test func `the progress says at once for what and how long it waits`() async throws {
        let waits = WaitBoard()
        let model = ScriptedModel { _, _ in
            waits.wait("HTTP 429: slow down", until: .now + .seconds(3600))
            try await Task.sleep(for: .seconds(600))
            return ModelAnswer(text: "x")
        }
        let evaluation = Evaluation(
            plan: .small(samples: 1), renderer: PlainRenderer(), model: model, recorder: MemoryRecorder(), scorer: nil,
            limits: EngineLimits(connections: 1, scorers: 1), waits: waits)
        let running = Task { try await evaluation.run() }
        // Long before the first of the regular ones.
        for await progress in evaluation.progress(every: .seconds(500)) {
            #expect(progress.waiting?.reason == "HTTP 429: slow down")
            #expect(ProgressLine.plain(progress).contains("1 in flight · waiting 1h 0m: HTTP 429: slow down"))
            break
        }
        running.cancel()
        #expect(try await running.value.ending == .interrupted)
    }
}
