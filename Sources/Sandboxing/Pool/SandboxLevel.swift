internal import EvaluationCore

/// How tightly a run is confined, as far as it can be chosen.
///
/// There is no looser one. Without a mount namespace `/box` does not exist, so a payload's marker could not appear where
/// checks look for it and the attack would seem harmless; without a network namespace the machine's own network is in
/// reach; without a process of another user the tester could be traced and its files changed.
public enum SandboxLevel: Int, Sendable, Hashable, CaseIterable {
    /// Namespaces of its own for every run.
    case namespacesPerRun = 3
    /// Namespaces once a worker, whose runs come one after the other; for checks with a network a worker each.
    case namespacesPerWorker = 2

    /// What a user writes: `3`, `2`, or `auto` for the tightest that the machine allows, which is nil.
    /// - Throws: `UserError` for a level that there is not.
    public static func requested(_ text: String) throws -> SandboxLevel? {
        switch text {
        case "auto": return nil
        case "3": return .namespacesPerRun
        case "2": return .namespacesPerWorker
        case "1":
            throw UserError(
                "the sandbox has no level 1: without namespaces the effects of an attack cannot be told from none",
                remedy: "'secucogen doctor' says how to get namespaces on this machine")
        case "0":
            throw UserError(
                "the sandbox has no level 0: untrusted code is not run unconfined",
                remedy: "'secucogen doctor' says what the sandbox needs on this machine")
        default:
            throw UserError("'\(text)' is no level of the sandbox", remedy: "use auto, 3 or 2")
        }
    }
}
