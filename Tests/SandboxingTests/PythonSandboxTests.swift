internal import EvaluationCore
internal import Sandboxing
internal import Testing

@Suite(.serialized)
struct PythonSandboxTests {
    static let request = SandboxRequest(
        solution: "def add(a, b):\n    print('adding')\n    return a + b\n",
        entryPoints: ["add"],
        checks: [
            CheckFile(
                kind: .functional, path: "checks/functional.py",
                source: "from harness import solution\n\ndef test_sum():\n    assert solution.add(1, 2) == 3\n")
        ],
        examples: [Example(call: "add(2, 2)", output: "4")])

    @Test(arguments: [PythonSandbox.Mode.warm, .cold])
    func `a right solution passes its checks and examples`(mode: PythonSandbox.Mode) async throws {
        let sandbox = PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1, mode: mode)
        let result = try await sandbox.run(Self.request)
        #expect(result.ending == .completed)
        #expect(result.checks.map(\.name) == ["functional/test_sum", "example/1"])
        #expect(result.checks.allSatisfy { $0.status == .passed })
        #expect(result.output == "adding\nadding\n")
        await sandbox.shutDown()
    }
}
