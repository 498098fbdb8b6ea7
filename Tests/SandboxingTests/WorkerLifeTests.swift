internal import EvaluationCore
internal import Foundation
internal import Glibc
internal import Sandboxing
internal import Testing

/// Workers die, hang and are cancelled; results are neither lost nor mixed up, and nothing is left.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct WorkerLifeTests {
    static func request(_ body: String, expecting value: String, limits: SandboxLimits = .init()) -> SandboxRequest {
        SandboxRequest(
            solution: "import time\n\n\ndef answer(question):\n    \(body)\n", entryPoints: ["answer"],
            checks: [
                CheckFile(
                    kind: .functional, path: "checks/functional.py",
                    source: """
                        from harness import solution

                        def test_answer():
                            assert solution.answer("\(value)") == "\(value)"
                        """)
            ], limits: limits)
    }

    @Test func `many runs at once each get their own result`() async throws {
        let sandbox = PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 2)
        let outcomes = try await withThrowingTaskGroup(of: (Int, SandboxResult).self) { group in
            for number in 0..<40 {
                group.addTask {
                    let body = number.isMultiple(of: 2) ? "print(question); return question" : "print(question)"
                    return (number, try await sandbox.run(Self.request(body, expecting: "v\(number)")))
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for number in 0..<40 {
            let expected: CheckOutcome.Status = number.isMultiple(of: 2) ? .passed : .failed
            #expect(outcomes[number]?.checks.first?.status == expected)
            #expect(outcomes[number]?.output == "v\(number)\n")
        }
        await sandbox.shutDown()
    }

    @Test(arguments: ["jail.zygote", "jail.supervisor", "launch.py"])
    func `a run survives the death of a part of its worker`(part: String) async throws {
        let family = Family()
        let sandbox = PythonSandbox(folder: try family.folder(), workers: 1)
        _ = try await sandbox.describe()
        let first = Set(family.members)
        let victim = try #require(family.member(part))
        async let result = sandbox.run(Self.request("time.sleep(0.5); return question", expecting: "x"))
        try await Task.sleep(for: .milliseconds(200))
        kill(victim, SIGKILL)
        #expect(try await result.ending == .completed)
        #expect(try await result.checks.map(\.status) == [.passed])
        let all = first.union(family.members)
        await sandbox.shutDown()
        #expect(await Family.haveEnded(all))
    }

    /// The first answer after the poisoning is judged anew elsewhere, and those after it never meet that worker.
    @Test(.enabled(if: geteuid() == 0), arguments: [SandboxLevel.namespacesPerRun, .namespacesPerWorker])
    func `a poisoned worker is thrown away and every verdict is right`(level: SandboxLevel) async throws {
        let family = Family()
        let sandbox = PythonSandbox(folder: try family.folder(), workers: 1, level: level)
        for part in ["jail.zygote", "jail.supervisor"] {
            _ = try await sandbox.describe()
            let poisoned = Set(family.members)
            #expect(setpriority(__priority_which_t(0), id_t(try #require(family.member(part))), 5) == 0)
            for isRight in [true, false, true] {
                let body = isRight ? "return question" : "return 'wrong'"
                let result = try await sandbox.run(Self.request(body, expecting: "x"))
                #expect(result.ending == .completed, "\(result.detail ?? "")")
                #expect(result.checks.map(\.status) == [isRight ? .passed : .failed])
            }
            #expect(poisoned.isDisjoint(with: family.members))
        }
        await sandbox.shutDown()
    }

    @Test func `a cancelled run ends at once and its worker with it`() async throws {
        let family = Family()
        let sandbox = PythonSandbox(folder: try family.folder(), workers: 1)
        _ = try await sandbox.describe()
        let first = Set(family.members)
        var limits = SandboxLimits()
        limits.wallSeconds = 100
        limits.checkSeconds = 100
        let request = Self.request("time.sleep(90)", expecting: "x", limits: limits)
        let running = Task { try await sandbox.run(request) }
        try await Task.sleep(for: .milliseconds(200))
        running.cancel()
        await #expect(throws: CancellationError.self) { try await running.value }
        let next = try await sandbox.run(Self.request("return question", expecting: "y"))
        #expect(next.checks.map(\.status) == [.passed])
        let all = first.union(family.members)
        await sandbox.shutDown()
        #expect(await Family.haveEnded(all))
    }

    @Test func `a run that waits for its turn can be cancelled`() async throws {
        let sandbox = PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1)
        async let first = sandbox.run(Self.request("time.sleep(1); return question", expecting: "x"))
        try await Task.sleep(for: .milliseconds(100))
        let waiting = Task { try await sandbox.run(Self.request("return question", expecting: "y")) }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(try await first.checks.map(\.status) == [.passed])
        await sandbox.shutDown()
    }

    @Test func `a stopped worker is replaced when its time is over`() async throws {
        let family = Family()
        let sandbox = PythonSandbox(folder: try family.folder(), workers: 1)
        _ = try await sandbox.describe()
        let first = Set(family.members)
        let victim = try #require(family.member("jail.zygote"))
        kill(victim, SIGSTOP)
        var limits = SandboxLimits()
        limits.wallSeconds = 1
        let result = try await sandbox.run(Self.request("return question", expecting: "x", limits: limits))
        #expect(result.checks.map(\.status) == [.passed])
        let all = first.union(family.members)
        await sandbox.shutDown()
        #expect(await Family.haveEnded(all))
    }

    @Test func `the hash seed of the request is the one that solution and checks have`() async throws {
        let sandbox = PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1)
        var seen: Set<String> = []
        for seed in [UInt32(1), 2, 1] {
            var request = Self.request("print(hash('word')); return question", expecting: "x")
            request.hashSeed = seed
            seen.insert(try await sandbox.run(request).output)
        }
        #expect(seen.count == 2)
        await sandbox.shutDown()
    }

    /// `SECUCOGEN_SOAK` makes it longer; the benchmark has the long form.
    @Test func `hundred runs in a row change nothing`() async throws {
        try await Self.soak(runs: Int(ProcessInfo.processInfo.environment["SECUCOGEN_SOAK"] ?? "") ?? 100)
    }

    private static func soak(runs: Int) async throws {
        let family = Family()
        let sandbox = PythonSandbox(folder: try family.folder(), workers: 1)
        _ = try await sandbox.run(request("return question", expecting: "x"))
        let before = Set(family.members)
        let descriptors = descriptorCounts(of: before)
        for number in 0..<runs {
            let isRight = number % 3 != 0
            let body = isRight ? "return question" : "open('/tmp/x', 'w'); return 'wrong'"
            let result = try await sandbox.run(request(body, expecting: "x"))
            #expect(result.checks.map(\.status) == [isRight ? .passed : .failed])
        }
        #expect(Set(family.members) == before)
        #expect(descriptorCounts(of: before) == descriptors)
        await sandbox.shutDown()
    }

    private static func descriptorCounts(of members: Set<Family.Member>) -> [pid_t: Int] {
        Dictionary(
            uniqueKeysWithValues: members.map { member in
                let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(member.pid)/fd")
                return (member.pid, names?.count ?? 0)
            })
    }
}
