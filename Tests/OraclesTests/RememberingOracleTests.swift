import EvaluationCore
import Oracles
import Synchronization
import Testing

@Suite struct RememberingOracleTests {
    /// Says what it was told to say of a program, and counts how often it was asked.
    private final class CountingOracle: Oracle {
        private let asked = Mutex(0)
        private let verdict: Verdict

        init(_ verdict: Verdict) { self.verdict = verdict }

        var count: Int { asked.withLock { $0 } }

        func judge(_ code: String?, for sample: Sample) async throws -> Verdict {
            asked.withLock { $0 += 1 }
            return verdict
        }
    }

    private static func sample(_ id: String) -> Sample {
        Sample(
            id: SampleID(id)!, title: "", weaknesses: [], problem: "", problemAware: "", insecureCode: "",
            insecureCodeExplanation: "", secureCode: "", entryPoints: [], examples: [], checks: [])
    }

    @Test func `the same program for the same sample is judged once`() async throws {
        let counting = CountingOracle(Verdict(.insecure, cause: "exploited"))
        let oracle = RememberingOracle(counting)
        for _ in 0..<3 {
            let verdict = try await oracle.judge("def f(): pass", for: Self.sample("CWE-89_01"))
            #expect(verdict == Verdict(.insecure, cause: "exploited"))
        }
        #expect(counting.count == 1)
        _ = try await oracle.judge("def f(): return 1", for: Self.sample("CWE-89_01"))
        _ = try await oracle.judge("def f(): pass", for: Self.sample("CWE-89_02"))
        #expect(counting.count == 3)
    }

    @Test(
        arguments: [
            Verdict(.inconclusive), Verdict(.harnessError), Verdict(.incorrect, cause: "limit:wall"),
        ])
    func `what may come out differently is judged again`(_ verdict: Verdict) async throws {
        let counting = CountingOracle(verdict)
        let oracle = RememberingOracle(counting)
        for _ in 0..<2 { _ = try await oracle.judge("def f(): pass", for: Self.sample("CWE-89_01")) }
        #expect(counting.count == 2)
    }

    @Test func `no more programs are remembered than it may`() async throws {
        let counting = CountingOracle(Verdict(.secure))
        let oracle = RememberingOracle(counting, capacity: 2)
        for code in ["a", "b", "c", "c", "b", "a"] { _ = try await oracle.judge(code, for: Self.sample("CWE-89_01")) }
        #expect(counting.count == 4)
    }

    /// Holds every question until it is let go, and counts them.
    private final class SlowOracle: Oracle {
        private let asked = Mutex(0)
        private let verdict: Verdict
        private let gate: AsyncStream<Void>
        let letGo: AsyncStream<Void>.Continuation

        init(_ verdict: Verdict) {
            self.verdict = verdict
            (gate, letGo) = AsyncStream<Void>.makeStream()
        }

        var count: Int { asked.withLock { $0 } }

        func judge(_ code: String?, for sample: Sample) async throws -> Verdict {
            asked.withLock { $0 += 1 }
            for await _ in gate {}
            try Task.checkCancellation()
            return verdict
        }
    }

    /// Several ask for one program at once; they are let go when all have asked, the first of them the oracle itself.
    private func verdicts(of slow: SlowOracle, askers: Int) async throws -> [Verdict] {
        let oracle = RememberingOracle(slow)
        return try await withThrowingTaskGroup(of: Verdict.self) { group in
            for _ in 0..<askers {
                // Each runs here until it has to wait.
                group.addImmediateTask { try await oracle.judge("def f(): pass", for: Self.sample("CWE-89_01")) }
            }
            #expect(slow.count == 1)
            slow.letGo.finish()
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func `who asks while a program is being judged waits for its verdict`() async throws {
        let slow = SlowOracle(Verdict(.secure))
        let verdicts = try await verdicts(of: slow, askers: 8)
        #expect(verdicts == Array(repeating: Verdict(.secure), count: 8))
        #expect(slow.count == 1)
    }

    @Test func `who waited for a verdict that may come out differently judges for himself`() async throws {
        let slow = SlowOracle(Verdict(.inconclusive))
        let verdicts = try await verdicts(of: slow, askers: 8)
        #expect(verdicts == Array(repeating: Verdict(.inconclusive), count: 8))
        #expect(slow.count == 8)
    }

    @Test func `when the first asker gives up, those who waited get a verdict all the same`() async throws {
        let slow = SlowOracle(Verdict(.secure))
        let oracle = RememberingOracle(slow)
        let first = Task { try await oracle.judge("def f(): pass", for: Self.sample("CWE-89_01")) }
        while slow.count == 0 { await Task.yield() }
        let second = Task.immediate { try await oracle.judge("def f(): pass", for: Self.sample("CWE-89_01")) }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        slow.letGo.finish()
        let verdict = try await second.value
        #expect(verdict == Verdict(.secure))
        // What was found then is remembered, too.
        let count = slow.count
        _ = try await oracle.judge("def f(): pass", for: Self.sample("CWE-89_01"))
        #expect(slow.count == count)
    }

    @Test func `who gives up waiting ends at once`() async throws {
        let slow = SlowOracle(Verdict(.secure))
        let oracle = RememberingOracle(slow)
        let first = Task { try await oracle.judge("def f(): pass", for: Self.sample("CWE-89_01")) }
        while slow.count == 0 { await Task.yield() }
        let second = Task.immediate { try await oracle.judge("def f(): pass", for: Self.sample("CWE-89_01")) }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        slow.letGo.finish()
        _ = try await first.value
        #expect(slow.count == 1)
    }
}
