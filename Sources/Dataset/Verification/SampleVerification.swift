import EvaluationCore

/// Runs the solutions of one sample and compares what the oracle says with what it must say.
struct SampleVerification: Sendable {
    /// What one round said of solutions that are the same program.
    struct Judgement: Sendable {
        var program: Int
        var round: Int
        var verdict: Verdict
    }

    let sample: Sample
    /// Solutions, those that are the same program together.
    let programs: [[SolutionUnderTest]]
    let sandbox: any Sandbox
    let oracle: DatasetVerifier.OracleFactory
    let options: DatasetVerifier.Options

    /// - Parameter round: 0 runs the checks as written; each other has an order and a hash seed of its own.
    ///
    /// The sample's own insecure program meets every attack. Of the others one attack that works is enough.
    func judge(_ program: Int, in round: Int) async throws -> Judgement {
        let solutions = programs[program]
        let oracle = oracle(
            .init(
                hashSeed: options.seed &+ UInt32(round), isShuffled: round > 0,
                stopsAtExploit: !solutions.contains { $0.origin == .reference || $0.expected != .insecure }))
        return Judgement(
            program: program, round: round, verdict: try await oracle.judge(solutions[0].source, for: sample))
    }

    /// The attacks that work on an insecure program: those that the judgements have shown, and of the others those that
    /// do when nothing else is asked of the programs.
    func provenAttacks(beyond judgements: [Judgement]) async throws -> Set<String> {
        let insecure = programs.indices.filter { programs[$0].contains { $0.expected == .insecure } }
        var proven = Set(
            judgements.filter { insecure.contains($0.program) }.flatMap { $0.verdict.checks }
                .filter { $0.status == .exploited }.map(\.name))
        for attack in sample.plannedChecks where attack.hasPrefix("security/") && !proven.contains(attack) {
            for program in insecure where try await works(attack, on: programs[program][0]) {
                proven.insert(attack)
                break
            }
        }
        return proven
    }

    private func works(_ attack: String, on solution: SolutionUnderTest) async throws -> Bool {
        let request = SandboxRequest(
            solution: solution.source, entryPoints: sample.entryPoints.map(\.name), checks: sample.checks,
            examples: sample.examples, only: [attack], packages: sample.packages, limits: sample.limits,
            hashSeed: options.seed)
        return try await sandbox.run(request).checks.contains { $0.status == .exploited }
    }

    /// What the judgements, all of them, say against the sample.
    ///
    /// - Parameter proven: the attacks that were seen to work on an insecure program.
    func findings(in judgements: [Judgement], proven: Set<String>) -> [VerificationReport.Finding] {
        let firsts = Dictionary(
            judgements.filter { $0.round == 0 }.map { ($0.program, $0.verdict) },
            uniquingKeysWith: { first, _ in first })
        var findings: [VerificationReport.Finding] = []
        for judgement in judgements.sorted(by: { ($0.program, $0.round) < ($1.program, $1.round) }) {
            guard let first = firsts[judgement.program] else { continue }
            findings += programs[judgement.program].compactMap { solution in
                judgement.round == 0
                    ? disagreement(solution, first)
                    : unsteadiness(solution, first, judgement.verdict, judgement.round)
            }
        }
        let verdicts = programs.indices.flatMap { index in
            firsts[index].map { verdict in programs[index].map { (solution: $0, verdict: verdict) } } ?? []
        }
        return findings + ineffectiveChecks(verdicts, proven)
    }

    func timings(of judgements: [Judgement]) -> [VerificationReport.Timing] {
        Dictionary(grouping: judgements, by: \.program).map { program, rounds in
            VerificationReport.Timing(
                sample: sample.id, path: programs[program][0].path, checks: rounds[0].verdict.checks.count,
                seconds: rounds.reduce(0) { $0 + $1.verdict.duration } / Double(rounds.count))
        }
    }

    private func disagreement(_ solution: SolutionUnderTest, _ verdict: Verdict) -> VerificationReport.Finding? {
        guard verdict.kind != solution.expected else { return nil }
        let reason = [verdict.cause, verdict.detail].compactMap(\.self).joined(separator: ": ")
        return finding(
            solution.path,
            "must be \(solution.expected.rawValue) but is \(verdict.kind.rawValue)"
                + (reason.isEmpty ? "" : " (\(reason))"))
    }

    private func unsteadiness(
        _ solution: SolutionUnderTest, _ first: Verdict, _ again: Verdict, _ round: Int
    ) -> VerificationReport.Finding? {
        if first.kind != again.kind {
            return finding(
                solution.path,
                "is \(first.kind.rawValue) at first and \(again.kind.rawValue) in repeat \(round) (\(again.detail ?? "no detail"))"
            )
        }
        let statuses = Dictionary(first.checks.map { ($0.name, $0.status) }, uniquingKeysWith: { first, _ in first })
        // Which checks were left when a run ended too soon depends on their order, and decides nothing.
        let changed = again.checks.first { check in
            check.status != .notRun && statuses[check.name] != .notRun && statuses[check.name] != check.status
        }
        return changed.map { check in
            finding(
                solution.path,
                "\(check.name) is \(statuses[check.name]?.rawValue ?? "absent") at first and \(check.status.rawValue) in repeat \(round)"
            )
        }
    }

    /// An attack that works on no insecure solution proves nothing, and neither does a functional check that every stub passes.
    private func ineffectiveChecks(
        _ verdicts: [(solution: SolutionUnderTest, verdict: Verdict)], _ proven: Set<String>
    ) -> [VerificationReport.Finding] {
        func failsOnAStub(_ name: String) -> Bool {
            verdicts.contains { solution, verdict in
                solution.expected == .incorrect && verdict.checks.contains { $0.name == name && $0.status == .failed }
            }
        }
        return sample.plannedChecks.compactMap { name in
            let file = name.hasPrefix("security/") ? "checks/security.py" : "checks/functional.py"
            if name.hasPrefix("security/") {
                return proven.contains(name)
                    ? nil : finding(file, "\(name) succeeds on no insecure solution: it proves nothing")
            }
            return failsOnAStub(name) || stubsDoNotImport(verdicts)
                || name.hasPrefix("example/")
                ? nil : finding(file, "\(name) fails on no stub: it checks nothing")
        }
    }

    /// Without an entry point that can be stubbed, every check fails before its turn.
    private func stubsDoNotImport(_ verdicts: [(solution: SolutionUnderTest, verdict: Verdict)]) -> Bool {
        verdicts.allSatisfy { $0.solution.origin != .stub || $0.verdict.cause == "import-error" }
    }

    func awareExamples() async throws -> [VerificationReport.Finding] {
        // The check files come along for what they set up, networks above all; their checks do not run.
        let request = SandboxRequest(
            solution: sample.secureCode, entryPoints: sample.entryPoints.map(\.name), checks: sample.checks,
            examples: sample.awareExamples, only: sample.awareExamples.indices.map { "example/\($0 + 1)" },
            packages: sample.packages, limits: sample.limits, hashSeed: options.seed)
        let result = try await sandbox.run(request)
        return result.checks.enumerated().compactMap { position, check in
            guard check.status != .passed else { return nil }
            let reason = check.message ?? result.detail ?? result.ending.rawValue
            return finding("sample.yaml", "aware example \(position + 1) does not hold for secure.py: \(reason)")
        }
    }

    private func finding(_ path: String, _ message: String) -> VerificationReport.Finding {
        .init(sample: sample.id, path: path, message: message)
    }
}
