public import EvaluationCore

/// Finds everything that there is to find about one attempt. A pure function of the attempt and the versions of what judges it.
public protocol AttemptScorer: Sendable {
    /// - Throws: when nothing can be scored here at all (the sandbox does not start); the run then ends.
    func score(_ attempt: Attempt) async throws -> Score
}

extension Score {
    /// Whether the trouble was ours.
    var isHarnessError: Bool {
        if case .code(_, let verdict, _) = result { verdict.kind == .harnessError } else { false }
    }
}
