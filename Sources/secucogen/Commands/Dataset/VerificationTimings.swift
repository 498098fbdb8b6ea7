import Dataset
import EvaluationCore
import Foundation

/// Where `dataset verify` spent its time: what an author needs to keep a sample quick.
struct VerificationTimings {
    private let start = MachineTime.now
    private let longest = 15

    /// Prints the slowest samples and programs, and what was idle since `init`.
    func print(_ report: VerificationReport) {
        let samples = Dictionary(grouping: report.timings, by: \.sample)
            .map { (id: $0.key, programs: $0.value.count, seconds: $0.value.reduce(0) { $0 + $1.seconds }) }
            .sorted { ($0.seconds, $1.id) > ($1.seconds, $0.id) }
        Terminal.result("seconds  programs  each   slowest samples")
        for sample in samples.prefix(longest) {
            let each = sample.seconds / Double(max(1, sample.programs))
            Terminal.result(
                "\(pad(sample.seconds.fixed(2), 7))  \(pad("\(sample.programs)", 8))  \(each.fixed(3))  \(sample.id)")
        }
        Terminal.result("seconds  checks  slowest programs")
        for program in report.timings.prefix(longest) {
            Terminal.result(
                "\(pad(program.seconds.fixed(2), 7))  \(pad("\(program.checks)", 6))  \(program.sample)/\(Terminal.harmless(program.path))"
            )
        }
        let inSandbox = report.timings.reduce(0) { $0 + $1.seconds }.fixed(1)
        let idle = idleShare().map { "; the machine's processors were idle \((100 * $0).fixed(0)) % of the time" } ?? ""
        Terminal.result("\(inSandbox) s in the sandbox a round\(idle)")
    }

    /// Of the machine's processor time since `init`: what is idle here is waited for, by this command or by nobody.
    private func idleShare() -> Double? {
        guard let start, let end = MachineTime.now, end.all > start.all else { return nil }
        return (end.idle - start.idle) / (end.all - start.all)
    }

    private func pad(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

/// Processor time of the whole machine since its start, in ticks.
private struct MachineTime {
    var idle: Double
    var all: Double

    /// Nil where the kernel does not tell.
    static var now: MachineTime? {
        guard let text = try? String(contentsOfFile: "/proc/stat", encoding: .utf8),
            let line = text.split(separator: "\n").first, line.hasPrefix("cpu ")
        else { return nil }
        // user, nice, system, idle, iowait, irq, softirq, steal; what follows is part of user and nice.
        let ticks = line.split(separator: " ").dropFirst().prefix(8).compactMap { Double($0) }
        return ticks.count < 5 ? nil : MachineTime(idle: ticks[3] + ticks[4], all: ticks.reduce(0, +))
    }
}
