package import EvaluationCore

/// The names of a request's checks, worked out from the text alone. The tester does the same, and both must agree.
package struct PlannedChecks: Equatable {
    package var names: [String]

    package init(_ request: SandboxRequest) {
        if let only = request.only {
            names = only
            return
        }
        names = Self.names(.functional, in: request.checks)
        names += request.examples.indices.map { "example/\($0 + 1)" }
        names += Self.names(.security, in: request.checks)
    }

    private static func names(_ kind: CheckFile.Kind, in files: [CheckFile]) -> [String] {
        files.filter { $0.kind == kind }.flatMap { $0.checkNames.map { "\(kind.rawValue)/\($0)" } }
    }
}

extension SandboxResult {
    /// A pass needs evidence: the tester's plan must be the one that the host has worked out by itself.
    func checked(against planned: PlannedChecks) -> SandboxResult {
        if checks.map(\.name) == planned.names { return self }
        var result = self
        result.checks = planned.names.map { CheckOutcome(name: $0, status: .notRun) }
        if ending != .harnessError {
            result.ending = .harnessError
            result.limit = nil
            result.detail = "the tester's plan of checks is not the host's"
        }
        return result
    }
}
