internal import EvaluationCore
internal import Sandboxing
internal import Testing

/// What a request may count on at every level, for every user.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct LevelTests {
    static let writer = """
        def write(mebibytes):
            for number in range(mebibytes):
                with open(f"f{number}", "wb") as file:
                    file.write(bytes(1 << 20))
            return mebibytes

        """

    @Test(arguments: UsersUnderTest.all)
    func `the disk holds what the request says, from run to run`(user: UsersUnderTest) async throws {
        for (limit, written, ending) in [(4, 6, "limit:disk"), (48, 40, "completed"), (32, 40, "limit:disk")] {
            var limits = SandboxLimits()
            limits.diskMiB = limit
            let check = "from harness import solution\n\ndef test_write():\n    assert solution.write(\(written))\n"
            let result = try await user.sandbox.run(
                SandboxRequest(
                    solution: Self.writer, entryPoints: ["write"],
                    checks: [CheckFile(kind: .functional, path: "checks/functional.py", source: check)],
                    limits: limits))
            #expect(result.endingText == ending, "\(limit) MiB: \(result.detail ?? "")")
        }
    }

    /// At level 2 such a run leaves its worker for one of its own, and the next is at home again.
    @Test(arguments: UsersUnderTest.all)
    func `a network of the checks is one run's alone`(user: UsersUnderTest) async throws {
        let solution = """
            import socket
            def dial(host, port):
                with socket.create_connection((host, port), timeout=2) as channel:
                    channel.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")
                    return channel.recv(1 << 16)[-2:]
            """
        func statuses(_ source: String) async throws -> [CheckOutcome.Status] {
            let check = CheckFile(kind: .functional, path: "checks/functional.py", source: source)
            let result = try await user.sandbox.run(
                SandboxRequest(solution: solution, entryPoints: ["dial"], checks: [check]))
            #expect(result.level == user.level)
            return result.checks.map(\.status)
        }
        let reached = """
            from harness import *
            network = Network(ports=(80,))
            def test_reached():
                assert solution.dial("203.0.113.9", 80) == b"ok"
                assert [hit.address for hit in network.hits] == ["203.0.113.9"]
            """
        let unreachable = """
            from harness import *
            def test_unreachable():
                for host in ("203.0.113.9", "127.0.0.1"):
                    assert isinstance(attempt(solution.dial, host, 80).error, OSError)
            """
        #expect(try await statuses(reached) == [.passed])
        #expect(try await statuses(unreachable) == [.passed])
        #expect(try await statuses(reached) == [.passed])
    }

    @Test func `a network at the looser level leaves no worker behind`() async throws {
        let family = Family()
        let sandbox = PythonSandbox(folder: try family.folder(), workers: 1, level: .namespacesPerWorker)
        _ = try await sandbox.describe()
        let before = Set(family.members)
        let check = """
            from harness import *
            network = Network(ports=(80,))
            def test_nothing(): pass
            """
        let request = SandboxRequest(
            solution: "", entryPoints: [],
            checks: [CheckFile(kind: .functional, path: "checks/functional.py", source: check)])
        for _ in 0..<3 {
            #expect(try await sandbox.run(request).ending == .completed)
        }
        try await Task.sleep(for: .milliseconds(300))
        #expect(Set(family.members) == before)
        await sandbox.shutDown()
    }

    @Test func `a level is asked for by its number`() throws {
        #expect(try SandboxLevel.requested("3") == .namespacesPerRun)
        #expect(try SandboxLevel.requested("2") == .namespacesPerWorker)
        #expect(try SandboxLevel.requested("auto") == nil)
    }

    @Test(arguments: [("1", "cannot be told from none"), ("0", "unconfined"), ("4", "no level"), ("", "no level")])
    func `a level that there is not is refused in one line`(text: String, problem: String) {
        let error = #expect(throws: UserError.self) { try SandboxLevel.requested(text) }
        #expect(error?.problem.contains(problem) == true)
        #expect(error?.remedy != nil)
        #expect(error?.description.contains("\n") == false)
    }
}
