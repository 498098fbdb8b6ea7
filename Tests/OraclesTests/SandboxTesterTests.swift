import EvaluationCore
import Foundation
import Oracles
import TestSupport
import Testing

/// Tests that a model wrote, against programs that a model wrote, in the real sandbox. Neither is trusted.
@Suite struct SandboxTesterTests {
    private static let program = "LIMIT = 2\n\ndef double(number):\n    return number * LIMIT\n"

    private func reports(
        _ cases: [(tests: String, program: String)], entryPoints: [String] = ["double"]
    ) async throws -> [TestReport] {
        let driver = try String(
            contentsOf: repositoryFolder.appending(path: "Runtime/trial/run_tests.py"), encoding: .utf8)
        return try await withTestSandbox { sandbox in
            let tester = SandboxTester(sandbox: sandbox, driver: driver)
            var reports: [TestReport] = []
            for (tests, program) in cases {
                reports.append(try await tester.run(tests, on: program, entryPoints: entryPoints, packages: []))
            }
            return reports
        }
    }

    @Test func `a test that calls what nobody has defined says nothing of a program`() async throws {
        let tests = """
            def test_of_another_program():
                assert triple(1) == 3

            def test_through_a_helper():
                helper()

            def helper():
                return undefined_name

            def test_double():
                assert double(2) == 4

            def test_inside():
                assert lost() is None
            """
        let program = "def double(number):\n    return number * 2\n\ndef lost():\n    return nowhere\n"
        let report = try await reports([(tests, program)])[0]
        #expect(report.outcomes.map(\.name) == ["test_double", "test_inside"])
        #expect(report.outcomes.map(\.passed) == [true, false])
    }

    @Test func `each test is told apart, in the order of the text, whatever it is made of`() async throws {
        let tests = """
            from solution import double
            import your_module, os, unittest
            from . import double as twice

            def helper():
                return 3

            def test_names():
                assert double(helper()) == 6 and LIMIT == 2 and solution.LIMIT == 2

            def test_fails():
                assert double(3) == 7

            def abuse_raises():
                raise ValueError("a\\nb")

            async def test_waits():
                assert double(1) == 2

            class TestMore(unittest.TestCase):
                def test_case(self):
                    self.assertEqual(double(1), 3)

            def test_exits():
                raise SystemExit(0)

            def test_prints():
                print("x" * 1_000_000)
                os.write(1, b"y" * 1_000_000)

            def test_files():
                open("f", "x").close()

            def test_files_of_others():
                open("f", "x").close()

            def test_hangs():
                while True: pass

            if __name__ == "__main__":
                unittest.main()
            """
        let report = try await reports([(tests, Self.program)])[0]
        #expect(report.isSound)
        #expect(
            report.outcomes.map { "\($0.name) \($0.passed)" } == [
                "test_names true", "test_fails false", "abuse_raises false", "test_waits true",
                "TestMore.test_case false", "test_exits false", "test_prints true", "test_files true",
                "test_files_of_others true", "test_hangs false",
            ])
        #expect(report.outcomes[1].message?.contains("assert double(3) == 7") == true)
        #expect(report.outcomes[1].source.hasPrefix("def test_fails"))
        #expect(report.outcomes[2].message?.contains("ValueError") == true)
        #expect(report.outcomes[9].message?.contains("longer than 3 seconds") == true)
    }

    @Test func `a program that cannot be used is told from tests that cannot`() async throws {
        let found = try await reports([
            ("", Self.program), ("", "def double(:\n"), ("", "raise ValueError(1)\n"), ("", "def other(): pass\n"),
            ("", "import os; os._exit(0)\n"), ("def test_a(:\n", Self.program), ("raise ValueError(2)\n", Self.program),
        ])
        #expect(found.map { $0.programError != nil } == [false, true, true, true, true, false, false])
        #expect(found.map { $0.testsError != nil } == [false, false, false, false, false, true, true])
        #expect(found.allSatisfy { $0.outcomes.isEmpty })
        #expect(found[3].programError == "it does not define double")
    }

    @Test func `tests that do harm end at most the run, and those that did not come to their end have failed`()
        async throws
    {
        let hostile = [
            "import os\n\ndef test_b():\n    os._exit(0)\n", "import os\n\ndef test_b():\n    os.abort()\n",
            "def test_b():\n    x = bytearray(1 << 40)\n", "import os\n\ndef test_b():\n    while True: os.fork()\n",
            "import os\n\ndef test_b():\n    os.close(1); os.close(2); os.closerange(3, 50); raise ValueError\n",
            "import signal, time\n\ndef test_b():\n    signal.setitimer(signal.ITIMER_REAL, 0)\n    time.sleep(60)\n",
            "import sys\n\ndef test_b():\n    sys.setrecursionlimit(10**9)\n    test_b()\n",
        ]
        let first = "def test_a():\n    assert double(1) == 2\n\n"
        let found = try await reports(hostile.map { (first + $0, Self.program) } + [(first, Self.program)])
        for report in found.dropLast() {
            #expect(report.outcomes.map(\.name) == ["test_a", "test_b"])
            #expect(report.outcomes.map(\.passed) == [true, false], "\(report)")
            #expect(report.outcomes.last?.message?.isEmpty == false)
        }
        // And the next one is none the worse for it.
        #expect(found.last?.outcomes.map(\.passed) == [true])
    }
}

/// A sandbox that has nothing to say.
private struct BrokenSandbox: Sandbox {
    func describe() async throws -> SandboxDescription {
        SandboxDescription(level: 3, pythonVersion: "", packages: [:], runtimeDigest: "")
    }

    func run(_ request: SandboxRequest) async throws -> SandboxResult {
        SandboxResult(ending: .harnessError, detail: "the jail did not start", checks: [], level: 3)
    }
}

extension SandboxTesterTests {
    @Test func `trouble of ours is never the program's fault`() async {
        let error = await #expect(throws: ModelError.self) {
            try await SandboxTester(sandbox: BrokenSandbox(), driver: "").run(
                "", on: Self.program, entryPoints: ["double"], packages: [])
        }
        #expect(error?.kind == .unavailable)
        #expect(error?.description == "the sandbox failed: the jail did not start")
    }
}

extension TestReport {
    fileprivate var isSound: Bool { programError == nil && testsError == nil }
}
