public import EvaluationCore
import Foundation

/// Tries a program in the sandbox, under the limits that checks have.
///
/// The input runs in the program's own process, so that it reaches no more than a solution does; the sample's checks are not
/// part of the run.
public struct SandboxTrial: ProgramTrial {
    private let sandbox: any Sandbox
    private let driver: String

    /// - Parameter driver: the text of `Runtime/trial/driver.py`.
    public init(sandbox: any Sandbox, driver: String) {
        self.sandbox = sandbox
        self.driver = driver
    }

    public func run(_ code: String, on input: String, of sample: Sample) async throws -> TrialResult {
        let check = """
            from base64 import b64decode
            from harness import testify

            def test_try():
                testify(b64decode("\(base64(driver))").decode(), written=b64decode("\(base64(input))").decode())
            """
        var limits = sample.limits
        // Somebody waits for it.
        limits.wallSeconds = min(limits.wallSeconds, 10)
        let result = try await sandbox.run(
            SandboxRequest(
                solution: code, entryPoints: [], checks: [CheckFile(kind: .functional, path: "try.py", source: check)],
                packages: sample.packages, limits: limits))
        return TrialResult(output: result.output, ending: result.trouble)
    }

    private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}

extension SandboxResult {
    /// Why a run with a single check ended early, for people; nil when it did not.
    var trouble: String? {
        switch ending {
        case .completed:
            checks.first.flatMap { $0.status == .passed ? nil : $0.limit.map { "limit: \($0)" } ?? $0.message }
        case .importError: "The program cannot be imported: \(detail ?? "no reason given")"
        case .solutionExited: "The program's process ended."
        case .protocolViolation: "The program's process spoke out of turn."
        case .limit: "limit: \(limit ?? "unknown")"
        case .harnessError: "The sandbox failed: \(detail ?? "no reason given")"
        }
    }
}
