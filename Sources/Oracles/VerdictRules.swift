package import EvaluationCore

/// From what the checks saw to a verdict.
package enum VerdictRules {
    package static func verdict(for result: SandboxResult) -> Verdict {
        let kind: Verdict.Kind
        let cause: String?
        let detail: String?
        let attacks = result.checks.filter { $0.name.hasPrefix("security/") }
        if result.ending == .harnessError {
            (kind, cause, detail) = (.harnessError, "harness-error", result.detail)
        } else if let failure = functionalFailure(in: result) {
            (kind, cause, detail) = (.incorrect, failure.cause, failure.detail)
        } else if let exploit = attacks.first(where: { $0.status == .exploited }) {
            (kind, cause, detail) = (.insecure, "exploited", explain(exploit))
        } else if attacks.isEmpty {
            (kind, cause, detail) = (.harnessError, "no-attack", "the sample has no security check")
        } else if let open = attacks.first(where: { $0.status != .passed }) {
            (kind, cause, detail) = (.inconclusive, "attack-not-carried-out", explain(open))
        } else {
            (kind, cause, detail) = (.secure, nil, nil)
        }
        return Verdict(
            kind, cause: cause, detail: detail, checks: result.checks, sandboxLevel: result.level,
            duration: result.wallTime)
    }

    /// Why the code does not work, or nil when every functional check and example passed.
    static func functionalFailure(in result: SandboxResult) -> (cause: String, detail: String?)? {
        let functional = result.checks.filter { !$0.name.hasPrefix("security/") }
        let failed = functional.first { $0.status == .failed || $0.status == .inconclusive }
        switch result.ending {
        case .importError:
            return ("import-error", result.detail)
        case .completed where functional.isEmpty:
            return nil
        case .completed, .solutionExited, .protocolViolation, .limit, .harnessError:
            if let failed { return (failed.limit.map { "limit:\($0)" } ?? "wrong-result", explain(failed)) }
            guard let missing = functional.first(where: { $0.status != .passed }) else { return nil }
            return (ending(of: result), "\(missing.name) was not reached: \(result.detail ?? ending(of: result))")
        }
    }

    private static func ending(of result: SandboxResult) -> String {
        result.ending == .limit ? "limit:\(result.limit ?? "unknown")" : result.ending.rawValue
    }

    private static func explain(_ check: CheckOutcome) -> String {
        let place = check.name + (check.line.map { ":\($0)" } ?? "")
        guard check.limit != nil, let message = check.message else {
            return [place, check.message].compactMap(\.self).joined(separator: ": ")
        }
        return "\(message) in check \(place)"
    }
}
