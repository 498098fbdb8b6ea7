import EvaluationCore
import EvaluationEngine
import Synchronization
import Testing

@Suite struct ScoringTests {
    private func attempts(_ count: Int) -> [Attempt] {
        Plan.small(samples: count).attemptKeys().map {
            Attempt(key: $0, promptDigest: "", outcome: .answered(ModelAnswer(text: "x")))
        }
    }

    @Test func `stored attempts are scored without asking a model`() async throws {
        let recorder = MemoryRecorder(attempts(60))
        let outcome = try await ScoringRun(
            recorder: recorder, scorer: ClosureScorer(), workers: 3, attempts: 60, unscored: 60
        ).run()
        #expect(outcome.ending == .complete)
        #expect(recorder.scores.count == 60)
        #expect(outcome.progress.scored == 60)
        #expect(outcome.progress.awaitingScore == 0)
    }

    @Test func `each attempt is scored once`() async throws {
        let counts = Mutex<[AttemptKey: Int]>([:])
        let recorder = MemoryRecorder(attempts(90))
        let scorer = ClosureScorer { attempt in
            counts.withLock { $0[attempt.key, default: 0] += 1 }
            await Task.yield()
            return .verdict(.secure, attempt.key)
        }
        _ = try await ScoringRun(recorder: recorder, scorer: scorer, workers: 8, attempts: 90, unscored: 90).run()
        #expect(counts.withLock { Set($0.values) } == [1])
    }

    @Test func `a harness error is tried again alone before it counts`() async throws {
        let tries = Mutex<[AttemptKey: Int]>([:])
        let underWay = Mutex(0)
        let companyOfSecondTries = Mutex<[Int]>([])
        let recorder = MemoryRecorder(attempts(20))
        let scorer = ClosureScorer { attempt in
            let number = tries.withLock { tries in
                tries[attempt.key, default: 0] += 1
                return tries[attempt.key]!
            }
            let company = underWay.withLock { count in
                count += 1
                return count
            }
            defer { underWay.withLock { $0 -= 1 } }
            if number == 2 { companyOfSecondTries.withLock { $0.append(company) } }
            await Task.yield()
            return .verdict(attempt.key.sample.number % 5 == 0 && number == 1 ? .harnessError : .secure, attempt.key)
        }
        _ = try await ScoringRun(recorder: recorder, scorer: scorer, workers: 4, attempts: 20, unscored: 20).run()
        #expect(recorder.scores.allSatisfy { $0.kind == .secure })
        #expect(companyOfSecondTries.withLock { $0 } == [1, 1, 1, 1])
    }

    @Test func `a harness error that stays is recorded as one`() async throws {
        let recorder = MemoryRecorder(attempts(3))
        let scorer = ClosureScorer { .verdict($0.key.sample.number == 2 ? .harnessError : .secure, $0.key) }
        let outcome = try await ScoringRun(
            recorder: recorder, scorer: scorer, workers: 2, attempts: 3, unscored: 3
        ).run()
        #expect(recorder.scores.map(\.kind) == [.secure, .harnessError, .secure])
        #expect(outcome.progress.harnessErrors == 1)
    }

    @Test func `a scorer that cannot work ends the run with its own words`() async throws {
        let recorder = MemoryRecorder(attempts(30))
        let scorer = ClosureScorer { _ in throw UserError("no sandbox here") }
        await #expect(throws: UserError("no sandbox here")) {
            try await ScoringRun(recorder: recorder, scorer: scorer, workers: 2, attempts: 30, unscored: 30).run()
        }
    }

    @Test func `a scorer that cannot work ends the asking too, and what was answered is kept`() async throws {
        let recorder = MemoryRecorder()
        let scorer = ClosureScorer { _ in throw UserError("no sandbox here") }
        let model = ScriptedModel { request, _ in
            if request.key.sample.number > 3 { try await Task.sleep(for: .seconds(600)) }
            return ModelAnswer(text: "x")
        }
        await #expect(throws: UserError("no sandbox here")) {
            try await Evaluation.small(.small(samples: 30), model, recorder, scorer: scorer).run()
        }
        #expect(!recorder.attempts.isEmpty)
    }
}
