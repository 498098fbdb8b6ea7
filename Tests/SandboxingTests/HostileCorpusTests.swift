internal import EvaluationCore
internal import Foundation
internal import Sandboxing
internal import Testing

/// Every hostile program, as the user who runs the tests and, for root, as an ordinary user too.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct HostileCorpusTests {
    @Test(arguments: CorpusProgram.hostile, UsersUnderTest.all)
    func `a hostile program neither passes nor escapes, and leaves nothing behind`(
        program: CorpusProgram, user: UsersUnderTest
    ) async throws {
        guard user.level >= program.level else { return }
        let sandbox = try user.sandbox
        let result = try await sandbox.run(program.request(expecting: CorpusProgram.newSecret()))
        #expect(result.ending != .harnessError, "\(result.detail ?? "")")
        #expect(result.level == user.level)
        #expect(result.checks.allSatisfy { $0.status != .passed })
        #expect(!result.output.contains("ESCAPED"), "\(result.output)")
        #expect(!program.evidence.isEmpty)
        for evidence in program.evidence {
            #expect(result.output.contains(evidence), "\(result.output)")
        }
        if let ending = program.ending {
            #expect(result.endingText == ending, "\(result.detail ?? "")")
        }
        let next = try await sandbox.run(Self.inspection)
        #expect(next.checks.map(\.status) == [.passed, .passed, .passed], "\(next.checks.compactMap(\.message))")
    }

    @Test(arguments: CorpusProgram.hostile.filter(\.foolsInProcessHarness))
    func `the same program fools a harness in its own process`(program: CorpusProgram) async throws {
        let harness = try String(
            contentsOf: CorpusProgram.root.appending(path: "in_process_harness.py"), encoding: .utf8)
        let files = try JSONEncoder().encode([
            "harness.py": harness, "program.py": program.source,
            "check.py": CorpusProgram.check(CorpusProgram.newSecret()),
        ])
        let check = """
            import json

            from harness import testify

            FILES = json.loads(r'''\(String(decoding: files, as: UTF8.self))''')


            def test_in_process():
                status = testify('''
            import subprocess
            for name, text in files.items():
                with open(name, "w") as file:
                    file.write(text)
            result = subprocess.run(["python3", "harness.py", "program.py", "check.py"]).returncode
            ''', files=FILES)
                assert status == 0, f"exit status {status}"

            """
        let request = SandboxRequest(
            solution: "", entryPoints: [],
            checks: [CheckFile(kind: .functional, path: "checks/functional.py", source: check)])
        let result = try await UsersUnderTest.asStarted.sandbox.run(request)
        #expect(result.checks.map(\.status) == [.passed], "\(result.checks.compactMap(\.message)) \(result.output)")
    }

    @Test(arguments: CorpusProgram.benign, UsersUnderTest.all)
    func `a benign program keeps working`(program: CorpusProgram, user: UsersUnderTest) async throws {
        guard user.level >= program.level else { return }
        let result = try await user.sandbox.run(program.request(expecting: ""))
        #expect(result.ending == .completed, "\(result.detail ?? "")")
        #expect(result.checks.map(\.status) == [.passed], "\(result.checks.compactMap(\.message)) \(result.output)")
    }

    @Test func `there are enough programs of every kind`() {
        #expect(CorpusProgram.hostile.count >= 100)
        #expect(CorpusProgram.hostile.count { $0.folder == "forging" } >= 40)
        #expect(CorpusProgram.hostile.count(where: \.foolsInProcessHarness) >= 18)
        #expect(CorpusProgram.benign.count >= 18)
    }

    /// An ordinary run that would notice what an earlier one left.
    static let inspection = SandboxRequest(
        solution: "def answer(question):\n    return question\n", entryPoints: ["answer"],
        checks: [
            CheckFile(
                kind: .functional, path: "checks/functional.py",
                source: """
                    from harness import box, solution, testify

                    def test_files():
                        assert box.walk("/box") == ["bin", "shm", "tmp", "work", "work/solution.py"]

                    def test_interpreter():
                        found = testify('''
                    import builtins, json, os, socket, sys
                    try:
                        processes = [name for name in os.listdir("/proc") if name.isdigit()]
                    except PermissionError:
                        processes = ["1"]  # level 2: nothing of the kind can be seen
                    result = [
                        processes == ["1"],
                        hasattr(builtins, "leftover") or hasattr(json, "leftover") or "leftover" in sys.modules,
                        "LEFTOVER" in os.environ,
                        socket.socket().connect_ex(("127.0.0.1", 8123)) == 0,
                        socket.socket(socket.AF_UNIX).connect_ex("\\\\0leftover") == 0,
                    ]
                    ''')
                        assert found == [True, False, False, False, False], found

                    def test_works():
                        assert solution.answer("yes") == "yes"

                    """)
        ])
}
