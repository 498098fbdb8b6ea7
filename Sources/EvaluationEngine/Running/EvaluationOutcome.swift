/// How an evaluation ended and what it did.
public struct EvaluationOutcome: Sendable, Hashable {
    public enum Ending: Sendable, Hashable {
        /// Every attempt of the plan is made and scored.
        case complete
        /// The server failed; the sentence says how, and how many attempts are missing.
        case unavailable(String)
        /// The next attempt might have broken the budget.
        case budgetReached(String)
        /// Stopped or cancelled from outside.
        case interrupted
    }

    public var ending: Ending
    public var progress: ProgressSnapshot

    /// Whether the same command has something left to do (exit code 3).
    public var isIncomplete: Bool { ending != .complete }
}
