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
    private let description: Task<SandboxDescription, any Error>?

    /// - Parameter describing: starts the sandbox's first worker at once, beside everything else that has to be done before the
    ///   first answer; for commands that will ask for the `provenance`.
    /// - Parameter lowerLimits: lowers the limits of all samples. They are among what the `provenance` names.
    init(
        _ options: HomeOptions, _ sandboxOptions: SandboxOptions, describing: Bool = false,
        lowerLimits: LowerLimits? = nil
    ) throws {
        home = try options.find()
        let sandbox = try sandboxOptions.sandbox(home)
        self.sandbox = sandbox
        description = describing ? Task { try await sandbox.describe() } : nil
        let folder = options.datasetFolder(in: home)
        var dataset = try DatasetLoader(folder: folder).load()
        if let lowerLimits {
            for index in dataset.samples.indices { lowerLimits.apply(to: &dataset.samples[index].limits) }
        }
        self.dataset = dataset
        prompts = try PromptLibrary(folder: home.prompts(for: folder), dataset: dataset)
    }

    /// Of the whole dataset, whichever samples a run is about: so runs of different samples can be compared, and a run that
    /// grows keeps its scores.
    func provenance(model: ModelIdentity) async throws -> Provenance {
        let sandbox = if let description { try await description.value } else { try await sandbox.describe() }
        return Provenance(
            toolVersion: Product.version, datasetDigest: Digests.texts(of: dataset.samples),
            checksDigest: Digests.checks(of: dataset.samples), promptsDigest: prompts.digest,
            sandbox: sandbox, model: model, codeBLEU: codeBLEU.identity)
    }

    /// Judges in the sandbox, each program once.
    var oracle: any Oracle { RememberingOracle(SandboxOracle(sandbox: sandbox)) }

    /// - Parameters:
    ///   - plan: decides the prompts, and with them what a completion goes on from.
    ///   - oracle: judges; the workbench's own unless given.
    func scorer(for plan: Plan, oracle: (any Oracle)? = nil) throws -> SampleScorer {
        try SampleScorer(
            samples: dataset.samples, types: dataset.types, plan: plan, renderer: prompts,
            extractor: PythonCodeExtractor(), oracle: oracle ?? self.oracle,
            metric: codeBLEU)
    }
}

extension Provenance {
    /// Names everything a score depends on: two scores with the same name were found in the same way.
    ///
    /// The number is raised when extraction or judging changes for a reason that no digest shows.
    var scorer: String {
        let packages = (sandbox?.packages ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)==\($0.value)" }
        return Digests.name(
            ["scorer 2", checksDigest, codeBLEU, sandbox?.runtimeDigest ?? "", sandbox?.pythonVersion ?? ""] + packages)
    }
}
