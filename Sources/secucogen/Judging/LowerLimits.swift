import ArgumentParser
import EvaluationCore

/// How long a program may take, for those who judge many programs that never end.
struct LowerLimits: ParsableArguments {
    @Option(
        help: .init(
            "Most seconds of processor time for one check, where the sample's own limit is not lower (default: the sample's).",
            valueName: "seconds"))
    var cpuSeconds: Int?

    @Option(
        help: .init(
            "Most seconds that a run or a check may wait without computing, in the same way.", valueName: "seconds"))
    var wallSeconds: Int?

    func validate() throws {
        guard (cpuSeconds ?? 1) > 0 else { throw ValidationError("--cpu-seconds is at least 1") }
        guard (wallSeconds ?? 1) > 0 else { throw ValidationError("--wall-seconds is at least 1") }
    }

    func apply(to limits: inout SandboxLimits) {
        if let cpuSeconds { limits.cpuSeconds = min(limits.cpuSeconds, cpuSeconds) }
        if let wallSeconds {
            limits.wallSeconds = min(limits.wallSeconds, Double(wallSeconds))
            limits.checkSeconds = min(limits.checkSeconds, Double(wallSeconds))
        }
    }
}
