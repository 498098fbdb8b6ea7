// Measures CodeBLEU on pairs of code, one JSON object a line: {"candidate": …, "references": […]}.
// Prints nanoseconds a pair as JSON. `run` beside this file measures the reference implementation in the same run.
import CTreeSitter
import CodeSimilarity
import EvaluationCore
import Foundation

struct Pair: Decodable, Sendable {
    var candidate: String
    var references: [String]
}

struct Report: Encodable {
    var pairs: Int
    var bytesPerText: Int
    /// Nanoseconds of processor time a pair.
    var onlyParsing: Double
    var fresh: Double
    /// The same with every reference used for five attempts.
    var onlyParsingReused: Double
    var reusedOverFive: Double
    var speedUpOverTwoThreads: Double
}

/// Processor time of this process: other processes on the machine do not count.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// The least processor time that each body took in some rounds; the bodies take turns.
func best(of rounds: Int, _ bodies: [() -> Void]) -> [Double] {
    var best = bodies.map { _ in Double.infinity }
    for _ in 0..<rounds {
        for (index, body) in bodies.enumerated() {
            let start = processorTime()
            body()
            best[index] = min(best[index], processorTime() - start)
        }
    }
    return best
}

func parse(_ texts: [[UInt8]]) {
    let parser = ts_parser_new()
    defer { ts_parser_delete(parser) }
    ts_parser_set_language(parser, tree_sitter_python())
    for text in texts {
        text.withUnsafeBytes { bytes in
            let tree = ts_parser_parse_string(
                parser, nil, bytes.assumingMemoryBound(to: CChar.self).baseAddress, UInt32(bytes.count))
            ts_tree_delete(tree)
        }
    }
}

let file = CommandLine.arguments.dropFirst().first ?? "/dev/stdin"
let rounds = 7
let attempts = 5
let pairs = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    .map { try JSONDecoder().decode(Pair.self, from: Data($0.utf8)) }
let metric = CodeBLEU()
let candidates = pairs.map { Array($0.candidate.utf8) }
let references = pairs.flatMap { $0.references.map { Array($0.utf8) } }
let texts = zip(candidates, pairs).flatMap { [$0.0] + $0.1.references.map { Array($0.utf8) } }
let reused = zip(candidates, pairs).flatMap { pair in
    pair.1.references.map { Array($0.utf8) } + Array(repeating: pair.0, count: attempts)
}

@Sendable func scoreFresh(_ pairs: ArraySlice<Pair>) {
    for pair in pairs { _ = metric.score(pair.candidate, against: pair.references) }
}

func scoreReused() {
    for pair in pairs {
        guard let prepared = try? metric.prepare(pair.references) else { continue }
        for _ in 0..<attempts { _ = metric.score(pair.candidate, against: prepared) }
    }
}

let times = best(of: rounds, [{ parse(texts) }, { scoreFresh(pairs[...]) }, { parse(reused) }, { scoreReused() }])
let count = Double(pairs.count)

// Elapsed time here, for which the machine has to have two idle processors.
let halves = [pairs[..<(pairs.count / 2)], pairs[(pairs.count / 2)...]]
var oneThread = Duration.seconds(1_000_000)
var twoThreads = oneThread
for _ in 0..<rounds {
    oneThread = min(oneThread, ContinuousClock().measure { scoreFresh(pairs[...]) })
    let time = await ContinuousClock().measure {
        await withTaskGroup(of: Void.self) { group in
            for half in halves { group.addTask { scoreFresh(half) } }
        }
    }
    twoThreads = min(twoThreads, time)
}
let report = Report(
    pairs: pairs.count, bytesPerText: texts.reduce(0) { $0 + $1.count } / max(1, texts.count),
    onlyParsing: times[0] / count, fresh: times[1] / count, onlyParsingReused: times[2] / count / Double(attempts),
    reusedOverFive: times[3] / count / Double(attempts), speedUpOverTwoThreads: oneThread / twoThreads)
let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys]
print(String(decoding: try encoder.encode(report), as: UTF8.self))
