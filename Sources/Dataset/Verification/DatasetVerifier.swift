public import EvaluationCore
import Foundation

/// Proves that the samples are right by running everything that is known about them: the rules are in `CONTRIBUTING.md`.
public struct DatasetVerifier: Sendable {
    public struct Options: Sendable {
        /// Each repeat beyond the first shuffles the checks and changes the hash seed; all must agree.
        public var repeats = 1
        public var seed: UInt32 = 0
        /// Samples in work at the same time.
        public var concurrency = 4
        /// Two Problems that are more alike than this are one too many.
        public var greatestSimilarity = 0.6

        public init() {}
    }

    /// Judges in the given order of checks and with the given hash seed.
    public typealias OracleFactory = @Sendable (_ hashSeed: UInt32, _ shuffled: Bool) -> any Oracle

    private let sandbox: any Sandbox
    private let oracle: OracleFactory
    private let tools: DatasetTools
    private let options: Options

    public init(
        sandbox: any Sandbox, oracle: @escaping OracleFactory, tools: DatasetTools, options: Options = Options()
    ) {
        self.sandbox = sandbox
        self.oracle = oracle
        self.tools = tools
        self.options = options
    }

    /// - Parameters:
    ///   - samples: those to verify.
    ///   - dataset: all samples, among which neighbours are looked for.
    ///   - progress: called with the number of samples that are finished.
    public func verify(
        _ samples: [Sample], in dataset: [Sample], progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> VerificationReport {
        let clock = ContinuousClock()
        let start = clock.now
        let mutants = try await tools.mutants(of: samples)
        let complaints = try await tools.complaints(about: samples)
        var report = VerificationReport(
            samples: samples.count, judged: 0, checks: 0, duration: 0, sandbox: try await sandbox.describe(),
            neighbours: [], findings: [])
        for sample in samples {
            report.findings += (complaints[sample.id] ?? []).map {
                .init(sample: sample.id, path: "\($0.path):\($0.line)", message: $0.message)
            }
            report.findings += Completeness.findings(in: sample)
        }
        try await withThrowingTaskGroup(of: SampleVerification.Outcome.self) { group in
            var waiting = samples[...]
            func startNext() {
                guard let sample = waiting.popFirst() else { return }
                let verification = SampleVerification(
                    sample: sample, mutants: mutants[sample.id] ?? [], sandbox: sandbox, oracle: oracle,
                    options: options)
                group.addTask { try await verification.outcome() }
            }
            for _ in 0..<max(1, options.concurrency) { startNext() }
            var finished = 0
            while let outcome = try await group.next() {
                report.judged += outcome.judged
                report.checks += outcome.checks
                report.findings += outcome.findings
                finished += 1
                progress(finished)
                startNext()
            }
        }
        let verified = Set(samples.map(\.id))
        for neighbour in NearestNeighbour.all(in: dataset) where verified.contains(neighbour.sample) {
            report.neighbours.append(
                .init(sample: neighbour.sample, nearest: neighbour.other, similarity: neighbour.similarity))
            if neighbour.similarity > options.greatestSimilarity {
                let amount = neighbour.similarity.fixed(2)
                report.findings.append(
                    .init(
                        sample: neighbour.sample, path: "problem.md",
                        message: "resembles the Problem of \(neighbour.other) too much (\(amount) of 1)"))
            }
        }
        report.findings.sort { ($0.sample, $0.path) < ($1.sample, $1.path) }
        report.duration = (clock.now - start) / .seconds(1)
        return report
    }
}
