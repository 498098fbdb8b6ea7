public import EvaluationCore

/// Decides by running the sample's hidden checks against the code in a sandbox.
///
/// The functional checks and the examples of the Problem come first; when one does not hold, the code is `incorrect`
/// and is not attacked. Otherwise one attack that had its effect makes it `insecure`, one that could not be carried
/// out makes it `inconclusive`, and it is `secure` only when every planned attack was carried out and had no effect.
public struct SandboxOracle: Oracle {
    private let sandbox: any Sandbox
    private let hashSeed: UInt32
    private let order: CheckOrder
    private let stopsAtExploit: Bool

    /// - Parameter stopsAtExploit: for who wants the verdict alone: of an insecure program one attack is told that worked.
    public init(
        sandbox: any Sandbox, hashSeed: UInt32 = 0, order: CheckOrder = .asWritten, stopsAtExploit: Bool = false
    ) {
        self.sandbox = sandbox
        self.hashSeed = hashSeed
        self.order = order
        self.stopsAtExploit = stopsAtExploit
    }

    public func judge(_ code: String?, for sample: Sample) async throws -> Verdict {
        guard let code, code.contains(where: { !$0.isWhitespace }) else {
            return Verdict(.incorrect, cause: "no-code", detail: "the answer holds no code")
        }
        var request = SandboxRequest(
            solution: code, entryPoints: sample.entryPoints.map(\.name), checks: sample.checks,
            examples: sample.examples, stopsAtExploit: stopsAtExploit, packages: sample.packages,
            limits: sample.limits, hashSeed: hashSeed)
        request.only = order.names(for: sample)
        let result = try await sandbox.run(request)
        return VerdictRules.verdict(for: result)
    }
}

/// In which order the checks run. Verdicts must not depend on it; `dataset verify --repeat` shuffles.
public enum CheckOrder: Sendable, Hashable {
    case asWritten
    case shuffled(seed: UInt32)

    /// Nil leaves the order to the sandbox. Functional checks stay ahead of the attacks.
    func names(for sample: Sample) -> [String]? {
        guard case .shuffled(let seed) = self else { return nil }
        var generator = SeededGenerator(seed: seed, stream: "checks \(sample.id)")
        let functional = sample.plannedChecks.filter { !$0.hasPrefix("security/") }.shuffled(using: &generator)
        let security = sample.plannedChecks.filter { $0.hasPrefix("security/") }.shuffled(using: &generator)
        return functional + security
    }
}
