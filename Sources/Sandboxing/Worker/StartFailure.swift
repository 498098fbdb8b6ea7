package import EvaluationCore

/// Why a worker did not start, read from what bubblewrap and the launcher wrote.
package struct StartFailure {
    var errors: String

    package init(errors: String) {
        self.errors = errors
    }

    private static let inContainer =
        "in a container: --security-opt seccomp=unconfined --security-opt apparmor=unconfined "
        + "--security-opt systempaths=unconfined"

    /// What bubblewrap (0.8 to 0.11) and the launcher say → what that means → how to mend it.
    private static let known: [(sign: String, problem: String, remedy: String)] = [
        ("No such file or directory: 'bwrap'", "bubblewrap is not installed", "apt-get install bubblewrap"),
        (
            "setting up uid map: Permission denied", "AppArmor restricts unprivileged user namespaces here",
            "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or give bwrap a profile with 'userns,'"
        ),
        (
            "namespaces exceeded", "too few user namespaces are allowed here",
            "sudo sysctl -w user.max_user_namespaces=15000"
        ),
        (
            "No permissions to create", "unprivileged user namespaces are switched off here",
            "sudo sysctl -w kernel.unprivileged_userns_clone=1; \(inContainer)"
        ),
        ("Creating new namespace failed", "new namespaces are forbidden here", inContainer),
        ("Can't mount proc", "parts of /proc are masked here, so a new one cannot be mounted", inContainer),
        (
            "needs Landlock ABI", "user namespaces cannot be nested here and the kernel is too old to do without",
            "use Linux 6.12 or newer, or allow nesting; \(inContainer)"
        ),
        (
            "the limits of /box cannot be set",
            "user namespaces cannot be nested here, nor can the worker's be entered from outside to set its limits",
            "allow nesting; \(inContainer)"
        ),
        (
            "Permission denied: '/tmp/python", "the worker's user cannot read the solutions' Python",
            "chmod -R a+rX that folder"
        ),
    ]

    package var explained: UserError {
        let lines = errors.split(separator: "\n")
        if errors.contains("level 3 cannot be had") {
            let (reason, fix) = NestingRefusal.explained()
            return UserError("level 3 of the sandbox cannot be had: \(reason)", remedy: "ask for level 2, or \(fix)")
        }
        for entry in Self.known where errors.contains(entry.sign) {
            return UserError("the sandbox cannot start: \(entry.problem)", remedy: entry.remedy)
        }
        let last = lines.last.map(String.init) ?? "its worker ended without a word"
        return UserError("the sandbox cannot start: \(last)", remedy: "run 'secucogen doctor' to see more")
    }
}
