// Writes a run of 180 samples, 7 tasks and 5 attempts, whose answers are the dataset's programs, for `Benchmarks/pages/run`.
//
//     pages-benchmark DATASET OUTPUT.run

import Dataset
import EvaluationCore
import Foundation
import RunStore

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    print("usage: pages-benchmark DATASET OUTPUT.run")
    exit(64)
}
let dataset = try DatasetLoader(folder: URL(filePath: arguments[1])).load()
let bySample = Dictionary(grouping: dataset.samples, by: \.type)
/// Ten of each type: those that the dataset lacks take the programs of those that it has.
let samples = dataset.types.flatMap { type in (1...10).map { SampleID(type: type.id, number: $0) } }
let plan = Plan(model: "benchmark/pages", tasks: PromptTask.allCases, samples: samples, attempts: 5)
let provenance = Provenance(
    toolVersion: "benchmark", datasetDigest: "", checksDigest: Digests.checks(of: dataset.samples), promptsDigest: "",
    sandbox: nil, model: ModelIdentity(model: plan.model), codeBLEU: "")
let run = try RunFile(
    writing: URL(filePath: arguments[2]), plan: plan, label: "benchmark", provenance: provenance,
    samples: Dictionary(uniqueKeysWithValues: samples.map { ($0, StoredSample(title: "\($0)", textDigest: "\($0)")) }))
let recorder = RunFileRecorder(run, scorer: "benchmark")

func outcome(_ key: AttemptKey) -> (Attempt, Score) {
    let known = bySample[key.sample.type] ?? []
    let sample = known[key.sample.number % known.count]
    let isSecure = (key.index + key.sample.number) % 3 == 0
    let code = isSecure ? sample.secureCode : sample.insecureCode
    let answer = ModelAnswer(
        text: "Here is a solution.\n\n```python\n\(code)```\n\nIt checks its input.", reasoning: sample.problem,
        usage: TokenUsage(input: 400, output: 300), latency: 2)
    let attempt = Attempt(key: key, promptDigest: "", outcome: .answered(answer))
    guard key.task.yieldsCode else {
        return (attempt, Score(key: key, result: .label(isSecure ? .secure : .insecure)))
    }
    let checks = sample.plannedChecks.map { name in
        let isExploit = !isSecure && name.hasPrefix("security/")
        return CheckOutcome(
            name: name, status: isExploit ? .exploited : .passed,
            message: isExploit ? "the station \"x' OR '1'='1\" shows a claimed item" : nil, line: isExploit ? 20 : nil,
            exchanges: isExploit ? [Exchange(sent: "find('x')", received: "[(1, 'glove')]")] : nil)
    }
    let verdict = Verdict(
        isSecure ? .secure : .insecure, cause: isSecure ? nil : "exploited",
        detail: isSecure ? nil : "security/test_union:20: the station shows a claimed item", checks: checks,
        sandboxLevel: 3)
    let similarity = CodeBLEUScore(
        codeBLEU: 0.6, ngramMatch: 0.5, weightedNgramMatch: 0.5, syntaxMatch: 0.7, dataFlowMatch: 0.7)
    let extracted = ExtractedCode(code: code, removed: [RemovedText("Here is a solution.", .words)])
    return (attempt, Score(key: key, result: .code(extracted, verdict, similarity)))
}

let keys = plan.attemptKeys()
for start in stride(from: 0, to: keys.count, by: 500) {
    let outcomes = keys[start..<min(start + 500, keys.count)].map(outcome)
    try await recorder.record(outcomes.map(\.0))
    try await recorder.record(outcomes.map(\.1))
}
run.close()
print("\(keys.count) attempts")
