import EvaluationCore
import Foundation
import Reports

// A report over synthetic runs: 18 types of 10 samples, 5 attempts, every verdict and a random CodeBLEU.
//
//     reports-benchmark [RUNS] [all|overview] [FORMAT …]
//
// Prints seconds for each step and the highest resident memory.

let arguments = Array(CommandLine.arguments.dropFirst())
let runCount = arguments.first.flatMap { Int($0) } ?? 1000
let tasks = arguments.dropFirst().first == "all" ? PromptTask.allCases : [PromptTask.generate]
let formats = arguments.dropFirst(2).compactMap { ReportFormat(rawValue: $0) }

func timed<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    let seconds = start.duration(to: clock.now) / .seconds(1)
    let column = name.padding(toLength: 24, withPad: " ", startingAt: 0)
    print("\(column) \(String(format: "%7.2f s", seconds))   peak \(peakMemory()) MiB")
    return result
}

/// MiB, from the kernel's own count.
func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
}

let numbers = [
    "787", "79", "89", "78", "20", "125", "22", "352", "434", "Aur", "502", "77", "798", "918", "362", "269", "94",
    "276",
]
let types = numbers.enumerated().map { row, number in
    WeaknessType(
        id: WeaknessType.ID("CWE-\(number)")!, row: row + 1,
        weaknesses: [CommonWeakness(id: "CWE-\(number)", name: "Weakness \(number)")], summary: "")
}
let samples = types.flatMap { type in (1...10).map { SampleID(type: type.id, number: $0) } }

func syntheticRun(_ number: Int) -> RunResults {
    var generator = SeededGenerator(seed: UInt64(number))
    let kinds: [Verdict.Kind] = [.secure, .insecure, .incorrect, .inconclusive]
    let plan = Plan(model: "synthetic/model-\(number)", tasks: tasks, samples: samples, attempts: 5)
    let attempts = plan.attemptKeys().map { key in
        let score: AttemptResult.Summary =
            switch key.task {
            case .detect: .label(Bool.random(using: &generator) ? .secure : .insecure)
            case .classify: .label(.type(types.randomElement(using: &generator)!.id))
            default:
                .code(
                    kinds.randomElement(using: &generator)!, cause: nil, sandboxLevel: 3,
                    codeBLEU: .random(in: 0...1, using: &generator))
            }
        return AttemptResult(
            key: key, score: score, finish: .stop, usage: TokenUsage(input: 300, output: 200), latency: 1)
    }
    return RunResults(
        label: plan.model, path: "runs/\(number).sqlite", plan: plan,
        provenance: Provenance(
            toolVersion: "benchmark", datasetDigest: "d", checksDigest: "c", promptsDigest: "p", sandbox: nil,
            model: ModelIdentity(model: plan.model), codeBLEU: "1"),
        attempts: attempts)
}

let runs = timed("make \(runCount) runs") { (1...runCount).map(syntheticRun) }
print("attempts: \(runs.reduce(0) { $0 + $1.attempts.count })")
let titles = Dictionary(uniqueKeysWithValues: samples.map { ($0, "A title") })
let study = Study(runs: runs, types: types, titles: titles)
var tables: [Table] = []
for table in builtInTables {
    tables.append(timed("make \(table.id)") { table.make(study) })
}
tables.removeAll { $0.rows.isEmpty }
for format in formats.isEmpty ? ReportFormat.allCases : formats {
    let text = timed("render \(format.rawValue)") { format.renderer().render(tables, of: study) }
    print("\(text.utf8.count) bytes")
}
