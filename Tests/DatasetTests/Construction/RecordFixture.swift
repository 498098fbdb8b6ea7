import EvaluationCore
import Foundation
import Oracles
import Sandboxing
import TestSupport

@testable import Dataset

/// The samples of `Examples/private-set`, as the answers of a model that writes them.
struct RecordFixture {
    var files: DraftFiles

    static let folder = repositoryFolder.appending(path: "Examples/private-set")
    static let type = WeaknessType.ID("CWE-601")!

    init(_ number: Int) throws {
        let sample = Self.folder.appending(path: "Samples/CWE-601/\(SampleID(type: Self.type, number: number))")
        files = try DraftFolder.record(of: sample)
        let variants = sample.appending(path: "variants")
        for name in try FileManager.default.contentsOfDirectory(atPath: variants.path) {
            files["variants/\(name)"] = try String(contentsOf: variants.appending(path: name), encoding: .utf8)
        }
    }

    /// An answer with these files.
    func answer(_ paths: String..., changing changes: [String: String] = [:]) -> String {
        paths.map { path in
            "````\(path)\n\(changes[path] ?? files[path] ?? "")````"
        }.joined(separator: "\n\n")
    }

    var variants: [String] { files.texts.keys.filter { $0.hasPrefix("variants/") }.sorted() }

    /// The answers of a model that errs nowhere.
    var script: [String: [String]] {
        [
            "idea": [answer("idea.yaml")],
            "problem": [answer("problem.md", "examples.yaml")],
            "code": [answer("insecure.py", "secure.py")],
            "guidance": [answer("insecure-explanation.md", "problem-cwe-aware.md", "aware-examples.yaml")],
            "functional": [answer("checks/functional.py")],
            "attacks": [answer("checks/security.py")],
            "variants": [variants.map { answer($0) }.joined(separator: "\n")],
        ]
    }

    static func types() throws -> [WeaknessType] { try DatasetLoader(folder: folder).load().types }

    /// The examiner of a record, with the real sandbox.
    static func examiner(_ sandbox: any Sandbox, others: [Sample] = [], number: Int = 50) throws -> DraftExaminer {
        DraftExaminer(
            id: SampleID(type: type, number: number), type: try types()[0], others: others,
            packages: ["Flask", "Werkzeug"], sandbox: sandbox,
            oracle: { judging in
                SandboxOracle(
                    sandbox: sandbox, hashSeed: judging.hashSeed,
                    order: judging.isShuffled ? .shuffled(seed: judging.hashSeed) : .asWritten,
                    stopsAtExploit: judging.stopsAtExploit)
            },
            tools: DatasetTools(
                python: repositoryFolder.appending(path: ".tools/python/bin/python3"),
                runtime: repositoryFolder.appending(path: "Runtime")))
    }

    static func construction(_ sandbox: any Sandbox, others: [Sample] = []) throws -> SampleConstruction {
        let chart = try FlowchartTests.shipped()
        let brief = Brief(
            type: try types()[0], taken: Set(others.compactMap(\.covers.first)), titles: others.map(\.title),
            packages: ["Flask"],
            example: try WorkedExample(
                sample: repositoryFolder.appending(path: "Dataset/Samples/CWE-77/CWE-77_01")))
        let number = 50 - others.count
        return try SampleConstruction(
            flowchart: chart,
            prompts: ConstructionPrompts(
                folder: repositoryFolder.appending(path: "Dataset/Construction/prompts"), flowchart: chart, brief: brief
            ),
            examiner: examiner(sandbox, others: others, number: number), extractor: FirstBlock())
    }
}

/// The code of the first fenced block, which is all that these tests need.
struct FirstBlock: CodeExtractor {
    func extract(from text: String, after prefix: String?, entryPoints: [String]) -> ExtractedCode? {
        let parts = text.components(separatedBy: "```")
        guard parts.count >= 3 else { return nil }
        return ExtractedCode(code: parts[1].split(separator: "\n").dropFirst().joined(separator: "\n") + "\n")
    }
}
