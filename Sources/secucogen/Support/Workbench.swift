import CodeSimilarity
import Dataset
import EvaluationCore
import Foundation
import Oracles
import Sandboxing

/// What generating and scoring share: the dataset, the prompts, the sandbox and the metrics.
struct Workbench {
    let home: Home
    let dataset: LoadedDataset
    let prompts: PromptLibrary
    let sandbox: PythonSandbox
    let codeBLEU = CodeBLEU()

    init(_ options: HomeOptions, workers: Int? = nil) throws {
        home = try options.find()
        let folder = options.datasetFolder(in: home)
        dataset = try DatasetLoader(folder: folder).load()
        prompts = try PromptLibrary(folder: folder.appending(path: "Prompts"), dataset: dataset)
        sandbox = PythonSandbox(
            folder: try RuntimeFolder(runtime: home.runtime.path, python: home.pythonPrefix.path), workers: workers)
    }

    func provenance(model: ModelIdentity, samples: [Sample]) async throws -> Provenance {
        Provenance(
            toolVersion: Product.version, datasetDigest: Digests.texts(of: samples),
            checksDigest: Digests.checks(of: samples), promptsDigest: prompts.digest,
            sandbox: try await sandbox.describe(), model: model, codeBLEU: codeBLEU.identity)
    }

    /// - Parameter plan: decides the prompts, and with them what a completion goes on from.
    func scorer(for plan: Plan) throws -> SampleScorer {
        try SampleScorer(
            samples: dataset.samples, types: dataset.types, plan: plan, renderer: prompts,
            extractor: PythonCodeExtractor(), oracle: SandboxOracle(sandbox: sandbox), metric: codeBLEU)
    }
}

extension Provenance {
    /// Names everything a score depends on: two scores with the same name were found in the same way.
    var scorer: String {
        let packages = (sandbox?.packages ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)==\($0.value)" }
        return Digests.name(
            ["scorer 1", checksDigest, codeBLEU, sandbox?.runtimeDigest ?? "", sandbox?.pythonVersion ?? ""] + packages)
    }
}
