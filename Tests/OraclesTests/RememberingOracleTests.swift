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
}
