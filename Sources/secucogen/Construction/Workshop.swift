import CodeSimilarity
import Dataset
import EvaluationCore
import Foundation
import ModelClients
import Oracles
import Sandboxing
import Strategies

/// Makes records of one type, one after the other, until enough of them are kept.
struct Workshop: Sendable {
    private let home: Home
    private let chart: Flowchart
    private let set: PrivateSet
    private let base: [Sample]
    private let type: WeaknessType
    private let sandbox: PythonSandbox
    private let packages: [String]
    private let example: WorkedExample
    private let mostCorrections: Int

    /// The sample that shows the model how it is done: a short one. When a record of its type is written, another one is.
    private static let examples = ["CWE-77_01", "CWE-79_01"]

    init(
        home: Home, chart: Flowchart, set: PrivateSet, base: [Sample], type: WeaknessType, sandbox: PythonSandbox,
        mostCorrections: Int
    ) async throws {
        self.home = home
        self.chart = chart
        self.set = set
        self.base = base
        self.type = type
        self.sandbox = sandbox
        self.mostCorrections = mostCorrections
        packages = try await sandbox.describe().packages.keys.sorted()
        let name = Self.examples.first { !$0.hasPrefix("\(type.id)_") } ?? Self.examples[0]
        example = try WorkedExample(
            sample: home.dataset.appending(path: "Samples/\(name.prefix { $0 != "_" })/\(name)"))
    }

    /// - Returns: the records of this type, those of earlier tries included.
    func records(
        wanted: Int, most: Int, author: any LanguageModel, second: any LanguageModel, parameters: SamplingParameters
    ) async throws -> [ConstructionRecord] {
        let folder = RecordFolder(type.id, in: set.folder)
        var records: [ConstructionRecord] = []
        for number in 1...most where records.count(where: \.isKept) < wanted {
            if let record = try folder.record(number) {
                records.append(record)
                continue
            }
            let record = try await construction().record(
                number, author: try dialogue(author, number, "author", folder, parameters),
                second: try dialogue(second, number, "second", folder, parameters))
            if record.isKept {
                let draft = try DraftFolder.keep(record, type: type.id, in: set.folder)
                Terminal.note("record \(number): kept as Drafts/\(draft.name)")
            } else {
                let last = record.visits.last
                let reason = record.reason ?? last?.findings.first.map { "\($0)" } ?? ""
                Terminal.note("record \(number): dropped at '\(last?.state ?? "")': \(Terminal.harmless(reason))")
            }
            try folder.keep(record)
            records.append(record)
        }
        return records
    }

    /// Anew for each record: what was kept before is known to the next.
    private func construction() throws -> SampleConstruction {
        let samples = set.samples(behind: base)
        let others = try samples + set.draftSamples(besides: samples).map(\.sample)
        let sandbox = sandbox
        let examiner = DraftExaminer(
            id: try PrivateSet.free(type.id, among: Set(others.map(\.id))), type: type, others: others,
            packages: Set(packages), sandbox: sandbox, oracle: { SandboxOracle(sandbox: sandbox, $0) },
            tools: DatasetTools(python: home.python, runtime: home.runtime))
        let brief = Brief(
            type: type, taken: Set(others.filter { $0.type == type.id }.compactMap(\.covers.first)),
            titles: others.filter { $0.type == type.id }.map(\.title), packages: packages, example: example)
        return try SampleConstruction(
            flowchart: chart,
            prompts: ConstructionPrompts(
                folder: home.construction.appending(path: "prompts"), flowchart: chart, brief: brief),
            examiner: examiner, extractor: PythonCodeExtractor(), mostCorrections: mostCorrections)
    }

    private func dialogue(
        _ model: any LanguageModel, _ number: Int, _ side: String, _ folder: RecordFolder,
        _ parameters: SamplingParameters
    ) throws -> LiveDialogue {
        var parameters = parameters
        // Records are drawn apart from each other.
        parameters.seed &+= UInt32(number) &* 1_000_003
        return LiveDialogue(
            model: model, parameters: parameters, known: try folder.steps(number, side),
            keep: { try folder.keep($0, number, side) },
            tell: { Terminal.note("record \(number), \(side): \(Terminal.harmless($0))") })
    }
}

extension SandboxOracle {
    init(sandbox: any Sandbox, _ judging: DatasetVerifier.Judging) {
        self.init(
            sandbox: sandbox, hashSeed: judging.hashSeed,
            order: judging.isShuffled ? .shuffled(seed: judging.hashSeed) : .asWritten,
            stopsAtExploit: judging.stopsAtExploit)
    }
}
