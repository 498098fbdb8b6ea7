internal import EvaluationCore

/// Which checks deserve a process of their own: those after the end of the common one, and those that struck a limit.
enum RemainingChecks {
    /// The first check that struck a limit and has not been run alone.
    static func struck(in result: SandboxResult, tried: Set<String>) -> String? {
        guard result.ending != .harnessError else { return nil }
        return result.checks.first { $0.limit != nil && $0.status != .passed && !tried.contains($0.name) }?.name
    }

    /// Whether a limit struck before any check had its turn, in the import.
    static func isStruckBeforeAll(_ result: SandboxResult) -> Bool {
        result.ending == .limit && result.checks.allSatisfy { $0.status == .notRun }
    }

    /// The first in plan order that is still to be run, or nil when no other could change anything.
    ///
    /// - Parameter tried: names that have had a process of their own.
    static func next(in result: SandboxResult, of request: SandboxRequest, tried: Set<String>) -> String? {
        switch result.ending {
        case .completed, .importError, .harnessError: return nil
        case .solutionExited, .protocolViolation, .limit: break
        }
        // When no check had its turn, the import is at fault, and would be again.
        guard result.checks.contains(where: { $0.status != .notRun }) else { return nil }
        let hasFailed = result.checks.contains { !$0.isSecurity && $0.status == .failed }
        if hasFailed && request.stopsAtFunctionalFailure { return nil }
        let isFoundOut = request.stopsAtExploit && result.checks.contains { $0.status == .exploited }
        return result.checks.first {
            $0.status == .notRun && !tried.contains($0.name) && !(isFoundOut && $0.isSecurity)
        }?.name
    }
}

extension SandboxResult {
    /// Takes over the outcome of a check that was run alone, and adds what that used.
    mutating func merge(_ other: SandboxResult, of name: String) {
        if let index = checks.firstIndex(where: { $0.name == name }),
            let outcome = other.checks.first(where: { $0.name == name })
        {
            checks[index] = outcome
        }
        if other.ending == .harnessError {
            ending = .harnessError
            limit = nil
            detail = other.detail
        }
        wallTime += other.wallTime
        cpuTime += other.cpuTime
        peakMemory = max(peakMemory, other.peakMemory)
    }
}
