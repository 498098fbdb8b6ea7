internal import Foundation

/// Why runs cannot have user namespaces of their own inside the worker's, judged by the machine's settings.
enum NestingRefusal {
    static func explained() -> (reason: String, fix: String) {
        let what = "user namespaces cannot be nested here, so that runs share their worker's"
        let profile = "/etc/apparmor.d/bwrap-userns-restrict"
        if FileManager.default.fileExists(atPath: profile) {
            return (
                "\(what) (AppArmor's profile of bubblewrap takes the capabilities from all that it starts)",
                "sudo apparmor_parser -R \(profile) && "
                    + "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
            )
        }
        if setting("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == 1 {
            return (
                "\(what) (AppArmor restricts them)", "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
            )
        }
        if let most = setting("/proc/sys/user/max_user_namespaces"), most < 100 {
            return ("\(what) (at most \(most) are allowed)", "sudo sysctl -w user.max_user_namespaces=15000")
        }
        return (
            what,
            "in a container: '--security-opt seccomp=unconfined --security-opt apparmor=unconfined "
                + "--security-opt systempaths=unconfined'"
        )
    }

    private static func setting(_ path: String) -> Int? {
        (try? String(contentsOfFile: path, encoding: .utf8))
            .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }
}
