import EvaluationCore

/// Runs every solution of one sample and compares what the oracle says with what it must say.
struct SampleVerification: Sendable {
    struct Outcome: Sendable {
        var judged = 0
        var checks = 0
        var findings: [VerificationReport.Finding] = []
    }

    let sample: Sample
    let mutants: [DatasetTools.Mutant]
    let sandbox: any Sandbox
    let oracle: DatasetVerifier.OracleFactory
    let options: DatasetVerifier.Options

    func outcome() async throws -> Outcome {
        var outcome = Outcome()
        var verdicts: [(solution: SolutionUnderTest, verdict: Verdict)] = []
        for solution in SolutionUnderTest.all(of: sample, mutants: mutants) {
            let verdict = try await oracle(options.seed, false).judge(solution.source, for: sample)
            verdicts.append((solution, verdict))
            outcome.judged += 1
            outcome.checks += verdict.checks.count
            if let finding = disagreement(solution, verdict) { outcome.findings.append(finding) }
            for round in 1..<max(1, options.repeats) {
                let again = try await oracle(options.seed &+ UInt32(round), true).judge(solution.source, for: sample)
                outcome.judged += 1
                outcome.checks += again.checks.count
                if let finding = unsteadiness(solution, verdict, again, round) { outcome.findings.append(finding) }
            }
        }
        outcome.findings += ineffectiveChecks(verdicts)
        outcome.findings += try await awareExamples()
        return outcome
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
    private func ineffectiveChecks(_ verdicts: [(solution: SolutionUnderTest, verdict: Verdict)])
        -> [VerificationReport.Finding]
    {
        func caught(_ name: String, as status: CheckOutcome.Status, among expected: Verdict.Kind) -> Bool {
            verdicts.contains { solution, verdict in
                solution.expected == expected && verdict.checks.contains { $0.name == name && $0.status == status }
            }
        }
        return sample.plannedChecks.compactMap { name in
            let file = name.hasPrefix("security/") ? "checks/security.py" : "checks/functional.py"
            if name.hasPrefix("security/") {
                return caught(name, as: .exploited, among: .insecure)
                    ? nil : finding(file, "\(name) succeeds on no insecure solution: it proves nothing")
            }
            return caught(name, as: .failed, among: .incorrect) || stubsDoNotImport(verdicts)
                || name.hasPrefix("example/")
                ? nil : finding(file, "\(name) fails on no stub: it checks nothing")
        }
    }

    /// Without an entry point that can be stubbed, every check fails before its turn.
    private func stubsDoNotImport(_ verdicts: [(solution: SolutionUnderTest, verdict: Verdict)]) -> Bool {
        verdicts.allSatisfy { $0.solution.origin != .stub || $0.verdict.cause == "import-error" }
    }

    private func awareExamples() async throws -> [VerificationReport.Finding] {
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
