import EvaluationCore
import Foundation
import Strategies
import TestSupport
import Testing

/// Bandit and Semgrep themselves, where they are installed.
@Suite struct StaticAnalysersTests {
    private static let tools = repositoryFolder.appending(path: ".tools")
    private static let runtime = repositoryFolder.appending(path: "Runtime")
    private static let isInstalled = FileManager.default.fileExists(
        atPath: tools.appending(path: "analysers/bin/semgrep").path)
    private static let isRequired = ProcessInfo.processInfo.environment["SECUCOGEN_REQUIRE_REFERENCE"] == "1"

    @Test(.enabled(if: isInstalled || isRequired))
    func `both report what they find, with its line, and nothing in a program without it`() async throws {
        let analysers = try StaticAnalysers(tools: Self.tools, runtime: Self.runtime)
        let program = """
            import subprocess

            def show(name):
                # nosec, nosemgrep: whoever wrote the program does not decide.
                return subprocess.run("ls " + name, shell=True)  # nosec  # nosemgrep
            """
        let findings = try await analysers.findings(in: program)
        #expect(Set(findings.map(\.tool)) == ["bandit", "semgrep"])
        #expect(findings.allSatisfy { $0.line == 5 && !$0.message.isEmpty && !$0.rule.isEmpty }, "\(findings)")
        let quiet = try await analysers.findings(in: "def double(number):\n    return 2 * number\n")
        #expect(quiet.isEmpty)
    }

    @Test(
        .enabled(if: isInstalled || isRequired),
        arguments: ["def f(:\n", "", "\u{0}", "(" + String(repeating: "(", count: 3000)])
    func `a program that cannot be read has no findings, and stops nothing`(program: String) async throws {
        let findings = try await StaticAnalysers(tools: Self.tools, runtime: Self.runtime).findings(in: program)
        #expect(findings.isEmpty)
    }

    @Test func `without them the remedy is named`() {
        let error = #expect(throws: UserError.self) {
            try StaticAnalysers(tools: URL(filePath: "/nowhere"), runtime: Self.runtime)
        }
        #expect(error?.description.contains("secucogen setup --analysers") == true)
    }
}
