public import EvaluationCore
import Foundation

/// Runs a model's own tests against its program in the sandbox, both in the process that solutions have.
///
/// Program and tests can lie to each other there. That is of no use to them: no verdict rests on what they say.
public struct SandboxTester: ProgramTester {
    private let sandbox: any Sandbox
    private let driver: String

    /// - Parameter driver: the text of `Runtime/trial/run_tests.py`.
    public init(sandbox: any Sandbox, driver: String) {
        self.sandbox = sandbox
        self.driver = driver
    }

    public func run(
        _ tests: String, on program: String, entryPoints: [String], packages: [String]
    ) async throws -> TestReport {
        let mark = "\(randomToken()) "
        let check = """
            from base64 import b64decode
            from harness import testify

            def text(encoded):
                return b64decode(encoded).decode()

            def test_all():
                testify(text("\(base64(driver))"), written=text("\(base64(tests))"), mark="\(mark)",
                        names=text("\(base64(entryPoints.joined(separator: " ")))").split())
            """
        var limits = SandboxLimits()
        (limits.checkSeconds, limits.wallSeconds) = (20, 25)
        let result = try await sandbox.run(
            SandboxRequest(
                solution: program, entryPoints: [],
                checks: [CheckFile(kind: .functional, path: "tests.py", source: check)], packages: packages,
                limits: limits))
        try Task.checkCancellation()
        // Nothing was seen of program and tests: neither is to blame, and another try may see it.
        guard result.ending != .harnessError else {
            throw ModelError(.unavailable, "the sandbox failed: \(result.detail ?? "no reason given")")
        }
        return report(result, lines(of: result, mark))
    }

    /// A line of `run_tests.py`.
    private struct Line: Decodable {
        struct Test: Decodable {
            var name: String
            var source: String
        }

        var missing: [String]?
        var broken: String?
        var plan: [Test]?
        var name: String?
        var passed: Bool?
        var message: String?
        var unusable: Bool?
    }

    private func lines(of result: SandboxResult, _ mark: String) -> [Line] {
        result.output.split(separator: "\n").compactMap { line in
            guard line.hasPrefix(mark) else { return nil }
            return try? JSONDecoder().decode(Line.self, from: Data(line.dropFirst(mark.count).utf8))
        }
    }

    private func report(_ result: SandboxResult, _ lines: [Line]) -> TestReport {
        guard let missing = lines.lazy.compactMap(\.missing).first else {
            return TestReport(programError: result.trouble ?? "it ended while it was loaded")
        }
        guard missing.isEmpty else {
            return TestReport(programError: "it does not define \(missing.joined(separator: ", "))")
        }
        if let broken = lines.lazy.compactMap(\.broken).first { return TestReport(testsError: broken) }
        let ended = lines.reduce(into: [String: Line]()) { ended, line in
            if let name = line.name { ended[name] = line }
        }
        let tests = (lines.lazy.compactMap(\.plan).first ?? []).filter { ended[$0.name]?.unusable != true }
        let outcomes = tests.map { test in
            let line = ended[test.name]
            return TestReport.Outcome(
                name: test.name, source: test.source, passed: line?.passed ?? false,
                message: line.map(\.message) ?? "it did not come to its end\(result.trouble.map { ": \($0)" } ?? "")")
        }
        return TestReport(outcomes: outcomes)
    }

    private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
