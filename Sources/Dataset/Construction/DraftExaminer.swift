public import EvaluationCore
import Foundation

/// The checks of the flowchart, made by machine.
///
/// Programs and checks of a record are equally untrusted: whatever runs, runs in the sandbox. The Python tools parse texts and
/// run none.
public struct DraftExaminer: Sendable {
    public let id: SampleID
    let type: WeaknessType
    let others: [Sample]
    let packages: Set<String>
    let sandbox: any Sandbox
    let oracle: DatasetVerifier.OracleFactory
    let tools: DatasetTools
    let greatestSimilarity: Double

    /// - Parameters:
    ///   - id: the record's for the time being: the type, and a number that no sample has.
    ///   - others: samples that it must not resemble.
    ///   - packages: third-party packages that the sandbox has.
    ///   - sandbox: starts anew for every run, so that checks which are hostile meet nobody else's.
    public init(
        id: SampleID, type: WeaknessType, others: [Sample], packages: Set<String>, sandbox: any Sandbox,
        oracle: @escaping DatasetVerifier.OracleFactory, tools: DatasetTools, greatestSimilarity: Double = 0.6
    ) {
        self.id = id
        self.type = type
        self.others = others
        self.packages = packages
        self.sandbox = sandbox
        self.oracle = oracle
        self.tools = tools
        self.greatestSimilarity = greatestSimilarity
    }

    /// The names of the checks that there are; a flowchart may use any of them. `clear` and `explained` need a second model.
    static let names: Set<String> = [
        "new", "text", "examples", "aware", "works", "clear", "weak", "explained", "withstands", "proof",
    ]

    /// What the attacks did that worked on the insecure code, each in a line.
    func effects(in files: DraftFiles) async throws -> [String] {
        let sample = try DraftSample(id: id).load(files)
        return try await oracle(.init(hashSeed: 0, isShuffled: false, stopsAtExploit: false))
            .judge(sample.insecureCode, for: sample).checks.filter { $0.status == .exploited }.map { check in
                let message = (check.message ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
                return "\(check.name): \(message.prefix(300))"
            }
    }

    /// - Parameters:
    ///   - check: one of `names`.
    ///   - program: what the second programmer wrote; for `clear` only.
    func findings(of check: String, in files: DraftFiles, program: String? = nil) async throws -> [DraftFinding] {
        let sample: Sample
        do {
            sample = try DraftSample(id: id).load(files)
        } catch let error as UserError {
            return [DraftFinding("sample.yaml", "\(error)")]
        }
        switch check {
        case "new": return newness(sample)
        case "text": return text(sample)
        case "examples":
            return try await both(sample, sample.examples.indices.map { "example/\($0 + 1)" })
        case "aware": return try await guidance(sample)
        case "works": return try await both(sample, functionalChecks(of: sample))
        case "clear": return try await clarity(sample, program)
        case "weak": return try await judged(sample.insecureCode, "insecure.py", sample, .insecure)
        case "withstands": return try await judged(sample.secureCode, "secure.py", sample, .secure)
        case "proof": return try await proof(sample)
        default: throw UserError("flowchart.yaml: there is no check '\(check)'")
        }
    }

    // MARK: - Texts

    private func newness(_ sample: Sample) -> [DraftFinding] {
        var findings: [DraftFinding] = []
        let known = Set(type.weaknesses.map(\.id))
        for weakness in sample.weaknesses where !known.contains(weakness) {
            findings.append(.init("idea.yaml", "\(weakness) is not of the type \(type.id)"))
        }
        let places = Set(type.places.map(\.id))
        for place in sample.covers where !places.contains(place) {
            findings.append(.init("idea.yaml", "'covers' names '\(place)', which is no place of the type"))
        }
        if !places.isEmpty {
            let taken = Set(others.filter { $0.type == type.id }.compactMap(\.covers.first))
            if sample.covers.isEmpty { findings.append(.init("idea.yaml", "'covers' has to name a place")) }
            if let heart = sample.covers.first, taken.contains(heart), taken != places {
                findings.append(.init("idea.yaml", "'\(heart)' is taken; 'covers' begins with a place that is free"))
            }
        }
        for package in sample.packages where !packages.contains(package) {
            findings.append(.init("idea.yaml", "the package '\(package)' is not there"))
        }
        if others.contains(where: { $0.title.lowercased() == sample.title.lowercased() }) {
            findings.append(.init("idea.yaml", "there is a sample of the title '\(sample.title)' already"))
        }
        return findings
    }

    private func text(_ sample: Sample) -> [DraftFinding] {
        var findings = [TextRules.vocabulary, TextRules.signatures, TextRules.length].flatMap {
            $0.findings(in: sample)
        }.map { DraftFinding($0.path, $0.message) }
        let neighbour = NearestNeighbour.all(in: others + [sample]).first { $0.sample == id }
        if let neighbour, neighbour.similarity > greatestSimilarity {
            let title = others.first { $0.id == neighbour.other }?.title ?? neighbour.other.description
            findings.append(.init("problem.md", "resembles the task '\(title)' too much"))
        }
        return findings
    }

    private func guidance(_ sample: Sample) async throws -> [DraftFinding] {
        let texts = [TextRules.awareness, TextRules.explanation].flatMap { $0.findings(in: sample) }
        let examples = try await SampleVerification(
            sample: sample, programs: [], sandbox: sandbox, oracle: oracle, options: .init()
        ).awareExamples()
        return texts.map { DraftFinding($0.path, $0.message) }
            + examples.map { DraftFinding("aware-examples.yaml", $0.message) }
    }

    // MARK: - Programs

    private func functionalChecks(of sample: Sample) -> [String] {
        sample.plannedChecks.filter { !$0.hasPrefix("security/") }
    }

    private func both(_ sample: Sample, _ checks: [String]) async throws -> [DraftFinding] {
        if !checks.contains(where: { $0.hasPrefix("functional/") || $0.hasPrefix("example/") }) {
            return [DraftFinding("checks/functional.py", "holds no function test_…")]
        }
        let secure = try await failures(of: sample.secureCode, "secure.py", in: sample, checks)
        let insecure = try await failures(of: sample.insecureCode, "insecure.py", in: sample, checks)
        let common = Set(secure.map(\.message)).intersection(insecure.map(\.message))
        return secure.map { finding in
            guard common.contains(finding.message) else { return finding }
            return DraftFinding(
                "secure.py and insecure.py", "\(finding.message) (so the check or example may be wrong)")
        } + insecure.filter { !common.contains($0.message) }
    }

    private func clarity(_ sample: Sample, _ program: String?) async throws -> [DraftFinding] {
        guard let program else {
            return [DraftFinding("problem.md", "another programmer wrote no program for it")]
        }
        return try await failures(
            of: program, "the other programmer's program", in: sample, functionalChecks(of: sample))
    }

    private func failures(
        of code: String, _ path: String, in sample: Sample, _ checks: [String]
    ) async throws -> [DraftFinding] {
        let result = try await sandbox.run(
            SandboxRequest(
                solution: code, entryPoints: sample.entryPoints.map(\.name), checks: sample.checks,
                examples: sample.examples, only: checks, stopsAtFunctionalFailure: false, packages: sample.packages,
                limits: sample.limits))
        if result.ending == .importError || result.ending == .harnessError {
            return [DraftFinding(path, "\(result.ending.rawValue): \(result.detail ?? "no reason was given")")]
        }
        // What one cause breaks is told once.
        var names: [String: [String]] = [:]
        var reasons: [String] = []
        for check in result.checks where check.status != .passed {
            let reason = check.message ?? result.detail ?? check.status.rawValue
            if names[reason] == nil { reasons.append(reason) }
            names[reason, default: []].append(check.name + (check.line.map { " at line \($0)" } ?? ""))
        }
        return reasons.map { reason in
            let failing = names[reason] ?? []
            let more = failing.count > 3 ? " and \(failing.count - 3) more" : ""
            return DraftFinding(
                path,
                "\(failing.prefix(3).joined(separator: ", "))\(more) \(failing.count == 1 ? "does" : "do") not pass: \(reason)"
            )
        }
    }

    private func judged(
        _ code: String, _ path: String, _ sample: Sample, _ wanted: Verdict.Kind
    ) async throws -> [DraftFinding] {
        guard sample.checks.contains(where: { $0.kind == .security && !$0.checkNames.isEmpty }) else {
            return [DraftFinding("checks/security.py", "holds no function test_…")]
        }
        let verdict = try await oracle(.init(hashSeed: 0, isShuffled: false, stopsAtExploit: false))
            .judge(code, for: sample)
        guard verdict.kind != wanted else { return [] }
        let others = verdict.checks.filter { ![.passed, .notRun].contains($0.status) }.map { check in
            DraftFinding(path, "\(check.name) is \(check.status.rawValue): \(check.message ?? "no reason was given")")
        }
        if !others.isEmpty { return others }
        return [
            wanted == .insecure && verdict.kind == .secure
                ? DraftFinding("checks/security.py", "no attack has an effect on insecure.py")
                : DraftFinding(path, "is \(verdict.kind.rawValue): \(verdict.detail ?? verdict.cause ?? "no reason")")
        ]
    }

    // MARK: - Everything together

    private func proof(_ sample: Sample) async throws -> [DraftFinding] {
        // What is no Python cannot be verified, and is told by itself.
        let lint: [VerificationReport.Finding]
        do {
            lint = try await DatasetLint(tools: tools).findings(in: [sample])
        } catch let error as UserError {
            return [DraftFinding("one of the programs", "cannot be parsed: \(error.problem)")]
        }
        guard lint.isEmpty else { return lint.map { DraftFinding($0.path, $0.message) } }
        var options = DatasetVerifier.Options()
        options.repeats = 2
        options.greatestSimilarity = greatestSimilarity
        let report = try await DatasetVerifier(sandbox: sandbox, oracle: oracle, tools: tools, options: options)
            .verify([sample], in: others + [sample])
        var findings: [DraftFinding] = []
        for finding in report.findings {
            let found = DraftFinding(finding.path, finding.message)
            if !findings.contains(found) { findings.append(found) }
        }
        return findings
    }
}
