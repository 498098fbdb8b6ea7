public import EvaluationCore
import Foundation

/// Proves that the samples are right by running everything that is known about them: the rules are in `CONTRIBUTING.md`.
public struct DatasetVerifier: Sendable {
    public struct Options: Sendable {
        /// Each repeat beyond the first shuffles the checks and changes the hash seed; all must agree.
        public var repeats = 1
        public var seed: UInt32 = 0
        /// Programs in work at the same time.
        public var concurrency = 4
        /// Two Problems that are more alike than this are one too many.
        public var greatestSimilarity = 0.6

        public init() {}
    }

    /// How a program is judged.
    public struct Judging: Sendable, Hashable {
        public var hashSeed: UInt32
        /// Whether the checks come in an order of their own.
        public var isShuffled: Bool
        /// Whether the first attack that works ends the attacks.
        public var stopsAtExploit: Bool
    }

    public typealias OracleFactory = @Sendable (Judging) -> any Oracle

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
        async let madePrograms = tools.programs(of: samples)
        async let madeComplaints = tools.complaints(about: samples)
        async let description = sandbox.describe()
        let (programs, complaints) = try await (madePrograms, madeComplaints)
        var report = VerificationReport(
            samples: samples.count, judged: 0, checks: 0, duration: 0, sandbox: try await description, neighbours: [],
            timings: [], findings: [])
        for sample in samples {
            report.findings += (complaints[sample.id] ?? []).map {
                .init(sample: sample.id, path: "\($0.path):\($0.line)", message: $0.message)
            }
            report.findings += Completeness.findings(in: sample)
        }
        let verifications = samples.map { sample in
            SampleVerification(
                sample: sample, programs: SolutionUnderTest.grouped(of: sample, programs[sample.id] ?? .init()),
                sandbox: sandbox, oracle: oracle, options: options)
        }
        try await run(verifications, into: &report, progress: progress)
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

    /// What is put in line for the sandbox.
    private enum Job: Sendable {
        case judge(sample: Int, program: Int, round: Int)
        case awareExamples(sample: Int)
    }

    private enum Answer: Sendable {
        case judgement(sample: Int, SampleVerification.Judgement)
        case findings(sample: Int, [VerificationReport.Finding])
    }

    /// Round by round, since every hash seed in use costs the start of an interpreter.
    ///
    /// Samples that declare packages come one after the other, as each set of packages costs imports. All others take
    /// turns between them: programs of races mostly wait, and those of other samples fill the time.
    private func jobs(for verifications: [SampleVerification]) -> [Job] {
        (0..<max(1, options.repeats)).flatMap { round in
            var oneAfterTheOther: [Job] = []
            var inTurns: [[Job]] = []
            for (sample, verification) in verifications.enumerated() {
                let jobs =
                    (round == 0 ? [.awareExamples(sample: sample)] : [])
                    + verification.programs.indices.map { Job.judge(sample: sample, program: $0, round: round) }
                if verification.sample.packages.isEmpty {
                    inTurns.append(jobs)
                } else {
                    oneAfterTheOther += jobs
                }
            }
            return Self.spread(oneAfterTheOther, Self.takingTurns(inTurns))
        }
    }

    private static func takingTurns(_ lists: [[Job]]) -> [Job] {
        (0..<(lists.map(\.count).max() ?? 0)).flatMap { turn in
            lists.compactMap { turn < $0.count ? $0[turn] : nil }
        }
    }

    /// Both lists in one, each in its order and evenly spread over the whole.
    private static func spread(_ first: [Job], _ second: [Job]) -> [Job] {
        let places = first.indices.map { (place: (Double($0) + 0.5) / Double(first.count), job: first[$0]) }
        let others = second.indices.map { (place: (Double($0) + 0.5) / Double(second.count), job: second[$0]) }
        return (places + others).sorted { $0.place < $1.place }.map(\.job)
    }

    /// Works off the jobs of all samples in one line, so that no worker is idle before the last of them.
    private func run(
        _ verifications: [SampleVerification], into report: inout VerificationReport,
        progress: @escaping @Sendable (Int) -> Void
    ) async throws {
        var judgements = verifications.map { _ in [SampleVerification.Judgement]() }
        var left = verifications.map { 1 + $0.programs.count * max(1, options.repeats) }
        try await withThrowingTaskGroup(of: Answer.self) { group in
            var waiting = jobs(for: verifications)[...]
            func startNext() {
                guard let job = waiting.popFirst() else { return }
                group.addTask { try await Self.carryOut(job, verifications) }
            }
            for _ in 0..<max(1, options.concurrency) { startNext() }
            while let answer = try await group.next() {
                startNext()
                let finished: Int
                switch answer {
                case .judgement(let sample, let judgement):
                    judgements[sample].append(judgement)
                    finished = sample
                case .findings(let sample, let findings):
                    report.findings += findings
                    finished = sample
                }
                left[finished] -= 1
                if left[finished] == 0 { progress(left.count { $0 == 0 }) }
            }
        }
        let proven = try await proven(verifications, judgements)
        for ((verification, judgements), proven) in zip(zip(verifications, judgements), proven) {
            report.findings += verification.findings(in: judgements, proven: proven)
            report.judged += judgements.reduce(0) { $0 + verification.programs[$1.program].count }
            report.checks += judgements.reduce(0) { $0 + $1.verdict.checks.count { $0.status != .notRun } }
            report.timings += verification.timings(of: judgements)
        }
        report.timings.sort { $0.seconds > $1.seconds }
    }

    /// For each sample, the attacks that were seen to work.
    private func proven(
        _ verifications: [SampleVerification], _ judgements: [[SampleVerification.Judgement]]
    ) async throws -> [Set<String>] {
        var proven = judgements.map { _ in Set<String>() }
        try await withThrowingTaskGroup(of: (Int, Set<String>).self) { group in
            var waiting = verifications.indices.makeIterator()
            func startNext() {
                guard let sample = waiting.next() else { return }
                group.addTask {
                    (sample, try await verifications[sample].provenAttacks(beyond: judgements[sample]))
                }
            }
            for _ in 0..<max(1, options.concurrency) { startNext() }
            while let (sample, attacks) = try await group.next() {
                startNext()
                proven[sample] = attacks
            }
        }
        return proven
    }

    private static func carryOut(_ job: Job, _ verifications: [SampleVerification]) async throws -> Answer {
        switch job {
        case .judge(let sample, let program, let round):
            .judgement(sample: sample, try await verifications[sample].judge(program, in: round))
        case .awareExamples(let sample):
            .findings(sample: sample, try await verifications[sample].awareExamples())
        }
    }
}
