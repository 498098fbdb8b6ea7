internal import EvaluationCore
internal import Foundation
internal import Sandboxing
internal import Testing

struct StartFailureTests {
    @Test(arguments: [
        ("FileNotFoundError: [Errno 2] No such file or directory: 'bwrap'", "bubblewrap is not installed", "apt-get"),
        ("bwrap: setting up uid map: Permission denied", "AppArmor", "apparmor_restrict_unprivileged_userns=0"),
        (
            "bwrap: Creating new namespace failed: nesting depth or /proc/sys/user/max_*_namespaces exceeded (ENOSPC)",
            "too few user namespaces", "max_user_namespaces"
        ),
        (
            "bwrap: No permissions to create new namespace, likely because the kernel does not allow …",
            "switched off", "unprivileged_userns_clone=1"
        ),
        ("bwrap: Creating new namespace failed: Operation not permitted", "forbidden", "seccomp=unconfined"),
        ("level 2: the limits of /box cannot be set: no", "entered from outside", "allow nesting"),
        ("level 3 cannot be had here: user namespaces cannot be nested", "level 3", "ask for level 2, or "),
        ("bwrap: Can't mount proc on /newroot/proc: Operation not permitted", "masked", "systempaths=unconfined"),
    ])
    func `a start that failed is explained with its cure`(errors: String, problem: String, remedy: String) {
        let explained = StartFailure(errors: "a line before\n\(errors)\n").explained
        #expect(explained.problem.contains(problem))
        #expect(explained.remedy?.contains(remedy) == true)
    }

    @Test func `an unknown failure shows its last line`() {
        #expect(StartFailure(errors: "first\nlast\n").explained.problem.hasSuffix("last"))
        #expect(StartFailure(errors: "").explained.problem.hasSuffix("its worker ended without a word"))
    }

    @Test func `a missing runtime or Python is named`() {
        #expect(throws: UserError.self) { try RuntimeFolder(runtime: "/nowhere", python: "/nowhere") }
    }

    @Test func `a worker that cannot start says why, in one line`() async throws {
        var folder = try RuntimeUnderTest.folder()
        folder.launchPrefix = ["/usr/bin/env", "PATH=/nowhere"]
        let sandbox = PythonSandbox(folder: folder, workers: 1)
        await #expect(throws: UserError.self) { try await sandbox.describe() }
        let diagnosis = try await SandboxDoctor(folder: folder).examine()
        #expect(diagnosis.level == 0 && !diagnosis.isSound)
        #expect(diagnosis.reason != nil)
    }
}
