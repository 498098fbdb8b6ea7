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

    static let imports = "from harness import *\n"

    static func request(functional: String = "", security: String = "", solution: String) -> SandboxRequest {
        SandboxRequest(
            solution: solution, entryPoints: [],
            checks: [
                CheckFile(kind: .functional, path: "checks/functional.py", source: imports + functional),
                CheckFile(kind: .security, path: "checks/security.py", source: imports + security),
            ])
    }

    @Test func `a deadly check does not hide the others`() async throws {
        let sandbox = PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1)
        let result = try await sandbox.run(
            Self.request(
                functional: "def test_works():\n    assert solution.double(2) == 4\n",
                security: """
                    def test_deadly():
                        assert attempt(solution.die).ended
                        solution.double(1)
                    def test_attack():
                        exploit_if(solution.double(1) == 2, "it doubles")
                    def test_harmless():
                        solution.double(1)
                    """,
                solution: "import os\ndef double(x): return x * 2\ndef die(): os._exit(3)\n"))
        #expect(result.ending == .solutionExited)
        #expect(result.checks.map(\.status) == [.passed, .inconclusive, .exploited, .passed])
        #expect(result.checks[2].message == "it doubles")
        #expect(result.checks[2].line == 6)
        await sandbox.shutDown()
    }

    @Test func `attacks wait for a solution that works`() async throws {
        let sandbox = PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1)
        var request = Self.request(
            functional: "def test_works():\n    assert solution.double(2) == 4\n",
            security: "def test_attack():\n    exploited('always')\n", solution: "def double(x): return x\n")
        #expect(try await sandbox.run(request).checks.map(\.status) == [.failed, .notRun])
        request.stopsAtFunctionalFailure = false
        #expect(try await sandbox.run(request).checks.map(\.status) == [.failed, .exploited])
        request.only = ["security/test_attack"]
        #expect(try await sandbox.run(request).checks.map(\.name) == ["security/test_attack"])
        await sandbox.shutDown()
    }

    @Test func `the first exploit ends the attacks where nothing but the verdict is asked for`() async throws {
        let sandbox = PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1)
        let attacks = (1...4).map { "def test_\($0)():\n    exploited('always')\n" }.joined()
        var request = Self.request(
            functional: "def test_a():\n    pass\ndef test_b():\n    pass\ndef test_c():\n    pass\n",
            security: attacks,
            solution: "")
        for (stops, exploits) in [(false, 4), (true, 1)] {
            request.stopsAtExploit = stops
            let result = try await sandbox.run(request)
            #expect(result.ending == .completed)
            #expect(result.checks.prefix(3).allSatisfy { $0.status == .passed }, "functional checks go on")
            #expect(result.checks.count { $0.status == .exploited } == exploits)
            #expect(result.checks.count { $0.status == .notRun } == 4 - exploits)
        }
        await sandbox.shutDown()
    }

    @Test func `nor do attacks go on in other processes after a deadly check`() async throws {
        let sandbox = PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1)
        var request = Self.request(
            functional: "",
            security: (1...3).map { "def test_\($0)():\n    attempt(solution.die)\n    exploited('dead')\n" }.joined(),
            solution: "import os\ndef die(): os._exit(3)\n")
        request.stopsAtExploit = true
        #expect(try await sandbox.run(request).checks.count { $0.status == .exploited } == 1)
        request.stopsAtExploit = false
        #expect(try await sandbox.run(request).checks.count { $0.status == .exploited } == 3)
        await sandbox.shutDown()
    }

    static let slowAfterTheFirst = """
        calls = 0

        def answer(question):
            global calls
            calls += 1
            while calls == 2:
                pass
            return question

        """

    @Test(arguments: SandboxLevel.allCases)
    func `a check that struck a limit is run again alone before it counts`(level: SandboxLevel) async throws {
        let sandbox = PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1, level: level)
        let check =
            "from harness import solution\n"
            + (1...3).map { "def test_\($0)():\n    assert solution.answer(5) == 5\n" }.joined()
        for (solution, statuses) in [
            (Self.slowAfterTheFirst, [CheckOutcome.Status.passed, .passed, .passed]),
            (Self.slowAfterTheFirst.replacing("calls == 2", with: "calls"), [.failed, .notRun, .notRun]),
        ] {
            var request = Self.request(functional: check, solution: solution)
            request.limits.cpuSeconds = 1
            // A busy machine may take long over that second; no other limit is to strike meanwhile.
            request.limits.wallSeconds = 300
            let result = try await sandbox.run(request)
            #expect(result.checks.map(\.status) == statuses, "\(result.detail ?? "")")
            #expect(result.endingText == "limit:cpu")
            #expect(result.checks[0].limit == (statuses[0] == .passed ? nil : "cpu"))
        }
        await sandbox.shutDown()
    }

    @Test(arguments: [
        ("def test_a(:\n", "checks/security.py:2"),
        ("def test_a():\n    pass\ntest_a = 5\n", "test_a is not a function"),
        ("def test_a():\n    pass\n\n1 / 0\n", "checks/security.py:5"),
    ])
    func `a broken check file is the harness's fault and is pointed at`(source: String, place: String) async throws {
        let sandbox = PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1)
        let result = try await sandbox.run(Self.request(security: source, solution: ""))
        #expect(result.ending == .harnessError)
        #expect(result.detail?.contains(place) == true, "\(result.detail ?? "")")
        #expect(result.checks.map(\.status) == [.notRun])
        await sandbox.shutDown()
    }

    @Test(arguments: [
        ("x = (", "line 1"), ("\n\nraise ValueError('no')", "line 3: the solution raised ValueError: no"),
    ])
    func `a solution that cannot be imported is told from one that fails`(
        solution: String, detail: String
    ) async throws {
        let sandbox = PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1)
        let result = try await sandbox.run(Self.request(functional: "def test_a(): pass\n", solution: solution))
        #expect(result.ending == .importError)
        #expect(result.detail?.contains(detail) == true, "\(result.detail ?? "")")
        await sandbox.shutDown()
    }

    @Test func `the host works out the names of the checks by itself`() {
        let request = SandboxRequest(
            solution: "", entryPoints: [],
            checks: [
                CheckFile(kind: .security, path: "s.py", source: "def test_c():\r\n  pass\r\ndef test_d(x=1): pass"),
                CheckFile(
                    kind: .functional, path: "f.py",
                    source: "def helper(): pass\n  def test_inner(): 0\u{2028}def test_no(): 0\ndef test_a(): 0"),
            ], examples: [Example(call: "a()", output: "1")])
        #expect(
            PlannedChecks(request).names == ["functional/test_a", "example/1", "security/test_c", "security/test_d"])
    }
}
