import CodeSimilarity
import EvaluationCore
import Foundation
import Testing

/// Compares with the Python package `codebleu` 0.7.0, which `Scripts/make-reference-python` installs.
///
/// Without it the test is skipped; with SECUCOGEN_REQUIRE_REFERENCE=1 its absence is a failure.
@Suite struct ReferenceAgreementTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let python = root.appending(path: ".tools/reference/bin/python")
    private static let isInstalled = FileManager.default.isExecutableFile(atPath: python.path)
    private static let isRequired = ProcessInfo.processInfo.environment["SECUCOGEN_REQUIRE_REFERENCE"] == "1"

    private struct Pair: Decodable {
        var candidate: String
        var references: [String]
    }

    @Test(
        .enabled(
            if: isInstalled || isRequired,
            "the reference implementation is not installed; run Scripts/make-reference-python"))
    func `all parts agree with the reference implementation on 1,200 pairs`() throws {
        try #require(Self.isInstalled, "the reference implementation is missing; run Scripts/make-reference-python")
        let input = try Self.run("pairs.py", ["1200", "2009"], input: Data())
        let pairs = try input.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Pair.self, from: $0) }
        try #require(pairs.count == 1200)
        let expected = try Self.scores("ordered", input)
        try #require(expected.count == pairs.count)
        let metric = CodeBLEU()
        for (number, pair) in pairs.enumerated() {
            let score = metric.score(pair.candidate, against: pair.references)
            let found = [
                score.codeBLEU, score.ngramMatch, score.weightedNgramMatch, score.syntaxMatch, score.dataFlowMatch,
            ]
            for (found, expected) in zip(found, expected[number]) where abs(found - expected) > 1e-9 {
                Issue.record("pair \(number): \(score), but the reference implementation gives \(expected)")
            }
        }
        let runs = try [1, 2].map { try Self.scores("plain", input, hashSeed: $0) }
        let unstable = zip(runs[0], runs[1]).filter { $0 != $1 }.count
        print("the reference implementation disagrees with itself on \(unstable) of \(pairs.count) pairs")
    }

    private static func scores(_ mode: String, _ input: Data, hashSeed: Int = 0) throws -> [[Double]] {
        let output = try run("reference.py", [mode], input: input, hashSeed: hashSeed)
        return String(decoding: output, as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: " ").compactMap { Double($0) } }
    }

    private static func run(_ script: String, _ arguments: [String], input: Data, hashSeed: Int = 0) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "codebleu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (inputFile, outputFile) = (folder.appending(path: "in"), folder.appending(path: "out"))
        try input.write(to: inputFile)
        try Data().write(to: outputFile)
        let process = Process()
        process.executableURL = python
        process.arguments = [root.appending(path: "Benchmarks/codebleu/\(script)").path] + arguments
        process.environment = ["PYTHONHASHSEED": "\(hashSeed)", "PYTHONUTF8": "1"]
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(script) failed")
        return try Data(contentsOf: outputFile)
    }
}
