public import EvaluationCore

/// Rules about the texts of samples, and about their Python as far as it can be judged without running it.
public struct DatasetLint: Sendable {
    private let tools: DatasetTools

    public init(tools: DatasetTools) {
        self.tools = tools
    }

    public func findings(in samples: [Sample]) async throws -> [VerificationReport.Finding] {
        let complaints = try await tools.complaints(about: samples)
        let bySample = samples.flatMap { sample in
            let python = (complaints[sample.id] ?? []).map { complaint in
                VerificationReport.Finding(
                    sample: sample.id, path: "\(complaint.path):\(complaint.line)", message: complaint.message)
            }
            return python + Completeness.findings(in: sample) + TextRules.all.flatMap { $0.findings(in: sample) }
        }
        return (bySample + Hearts.findings(in: samples)).sorted {
            ($0.sample, $0.path, $0.message) < ($1.sample, $1.path, $1.message)
        }
    }
}
