internal import EvaluationCore

/// Why a worker did not start, read from what bubblewrap and the launcher wrote.
struct StartFailure {
    var errors: String

    private static let known: [(sign: String, problem: String, remedy: String)] = [
        (
            "No such file or directory: 'bwrap'", "the sandbox needs bubblewrap, which is not installed",
            "apt-get install bubblewrap"
        ),
        (
            "setting up uid map: Permission denied",
            "unprivileged user namespaces are restricted on this machine (Ubuntu's AppArmor setting)",
            "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0, or give bwrap an AppArmor profile with 'userns,'"
        ),
        (
            "No permissions to create new namespace", "user namespaces are switched off on this machine",
            "sudo sysctl kernel.unprivileged_userns_clone=1 (in a container: allow user namespaces)"
        ),
        (
            "No permissions to create a new namespace", "user namespaces are switched off on this machine",
            "sudo sysctl kernel.unprivileged_userns_clone=1 (in a container: allow user namespaces)"
        ),
        (
            "No space left on device", "the number of user namespaces is limited to none",
            "sudo sysctl user.max_user_namespaces=15000"
        ),
        (
            "Can't mount proc on /newroot/proc", "this container masks parts of /proc, so a new one cannot be mounted",
            "start the container with '--security-opt systempaths=unconfined'"
        ),
    ]

    var explained: UserError {
        let lines = errors.split(separator: "\n")
        for entry in Self.known where errors.contains(entry.sign) {
            return UserError("the sandbox cannot start: \(entry.problem)", remedy: entry.remedy)
        }
        let last = lines.last.map(String.init) ?? "its worker ended without a word"
        return UserError("the sandbox cannot start: \(last)", remedy: "run 'secucogen doctor' to see more")
    }
}
