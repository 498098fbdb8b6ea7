import Dataset
import EvaluationCore
import Foundation
import Oracles
import Sandboxing

/// Runs a sample that was written in other words.
struct TwinProver: Sendable {
    let folder: TwinFolder
    let sandbox: PythonSandbox
    let tools: DatasetTools

    /// Whether a sample of these files is right, as far as `proof` goes.
    func holds(_ files: SampleFiles, _ proof: SamplePerturber.Proof) async throws -> Bool {
        let draft = try folder.draft(files)
        defer { draft.remove() }
        // A text that no longer loads proves nothing, and says so by this error.
        guard let sample = try? draft.load() else { return false }
        switch proof {
        case .references:
            let oracle = SandboxOracle(sandbox: sandbox)
            for (program, verdict) in [(sample.secureCode, Verdict.Kind.secure), (sample.insecureCode, .insecure)] {
                guard try await oracle.judge(program, for: sample).kind == verdict else { return false }
            }
            return true
        case .whole:
            let verifier = DatasetVerifier(
                sandbox: sandbox, oracle: { SandboxOracle(sandbox: sandbox, $0) }, tools: tools)
            return try await verifier.verify([sample], in: [sample]).findings.isEmpty
        }
    }
}
