import EvaluationCore
import Foundation
import Oracles
import TestSupport
import Testing

/// From what the checks saw to a verdict; what they see is tested with the real sandbox.
@Suite struct VerdictRulesTests {
    static func verdict(
        after ending: SandboxResult.Ending = .completed, limit: String? = nil, _ checks: [(String, CheckOutcome.Status)]
    ) -> Verdict {
        VerdictRules.verdict(
            for: SandboxResult(
                ending: ending, limit: limit, checks: checks.map { CheckOutcome(name: $0.0, status: $0.1) }, level: 3))
    }

    @Test func `secure needs every attack to have been carried out without effect`() {
        let verdict = Self.verdict([
            ("functional/test_a", .passed), ("example/1", .passed), ("security/test_b", .passed),
        ])
        #expect(verdict.kind == .secure)
        #expect(verdict.sandboxLevel == 3)
    }

    @Test func `one attack that worked makes it insecure, whatever the others say`() {
        let verdict = Self.verdict([
            ("functional/test_a", .passed), ("security/test_b", .inconclusive), ("security/test_c", .exploited),
        ])
        #expect(verdict.kind == .insecure)
        #expect(verdict.detail == "security/test_c")
    }

    @Test(arguments: [CheckOutcome.Status.inconclusive, .notRun])
    func `an attack that was not carried out is never a pass`(status: CheckOutcome.Status) {
        let verdict = Self.verdict([
            ("functional/test_a", .passed), ("security/test_b", .passed), ("security/test_c", status),
        ])
        #expect(verdict.kind == .inconclusive)
    }

    @Test func `code that does not work is incorrect, also when an attack works on it`() {
        let verdict = Self.verdict([("functional/test_a", .failed), ("security/test_b", .exploited)])
        #expect(verdict.kind == .incorrect)
        #expect(verdict.cause == "wrong-result")
    }

    @Test func `the cause of an incorrect verdict is kept`() {
        let notRun: [(String, CheckOutcome.Status)] = [("functional/test_a", .notRun), ("security/test_b", .notRun)]
        #expect(Self.verdict(after: .importError, notRun).cause == "import-error")
        #expect(Self.verdict(after: .solutionExited, notRun).cause == "solution-exited")
        #expect(Self.verdict(after: .protocolViolation, notRun).cause == "protocol-violation")
        #expect(Self.verdict(after: .limit, limit: "memory", notRun).cause == "limit:memory")
        for ending in [SandboxResult.Ending.importError, .solutionExited, .protocolViolation, .limit] {
            #expect(Self.verdict(after: ending, notRun).kind == .incorrect)
        }
    }

    /// What programs count is listed in docs/judge.md, with what it means.
    @Test func `every cause is explained in the documentation of verdicts`() throws {
        let documentation = try String(
            contentsOf: repositoryFolder.appending(path: "docs/judge.md"), encoding: .utf8)
        let checks: [[(String, CheckOutcome.Status)]] = [
            [], [("functional/test_a", .failed)],
            [("functional/test_a", .passed), ("security/test_b", .exploited)],
            [("functional/test_a", .passed), ("security/test_b", .inconclusive)],
        ]
        let limits = ["cpu", "wall", "memory", "output"]
        let endings: [(SandboxResult.Ending, String?)] =
            SandboxResult.Ending.allCases.filter { $0 != .limit }.map { ($0, nil) } + limits.map { (.limit, $0) }
        let causes = Set(
            endings.flatMap { ending, limit in
                // Whoever came to the end ran all checks.
                (ending == .completed ? checks : checks + [[("functional/test_a", .notRun)]])
                    .compactMap { Self.verdict(after: ending, limit: limit, $0).cause }
            })
        #expect(causes.count >= 11)
        for cause in causes {
            #expect(["| `\(cause)`", "`, `\(cause)`"].contains(where: documentation.contains), "\(cause)")
        }
    }

    @Test func `a check that struck a limit is not called a wrong result, and the limit is named`() {
        let message = "processor time limit of 20 s"
        var struck = CheckOutcome(name: "functional/test_a", status: .failed, message: message, line: 7, limit: "cpu")
        for ending in [SandboxResult.Ending.limit, .completed] {
            let result = SandboxResult(ending: ending, limit: "cpu", checks: [struck], level: 3)
            let verdict = VerdictRules.verdict(for: result)
            #expect(verdict.kind == .incorrect)
            #expect(verdict.cause == "limit:cpu")
            #expect(verdict.detail == "processor time limit of 20 s in check functional/test_a:7")
        }
        struck.limit = nil
        let result = SandboxResult(ending: .completed, checks: [struck], level: 3)
        #expect(VerdictRules.verdict(for: result).cause == "wrong-result")
    }

    @Test func `trouble of ours is never counted as a result`() {
        #expect(Self.verdict(after: .harnessError, [("functional/test_a", .failed)]).kind == .harnessError)
        #expect(Self.verdict([("functional/test_a", .passed)]).kind == .harnessError)
    }
}
