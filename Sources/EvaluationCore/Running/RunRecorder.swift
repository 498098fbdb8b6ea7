/// Keeps what a run has finished. A record is durable when the call returns.
public protocol RunRecorder: Sendable {
    func finishedAttempts() async throws -> Set<AttemptKey>

    /// Of all answers and steps that are durable, so that a budget holds for the run and not for one command.
    func spentTokens() async throws -> SpentTokens

    func record(_ attempts: [Attempt]) async throws

    /// The steps of an attempt's dialogue that are durable, in their order.
    func steps(of key: AttemptKey) async throws -> [AttemptStep]

    /// Adds a step; one of the same number, and all that came after it, give way.
    func record(_ step: AttemptStep, of key: AttemptKey) async throws

    /// Attempts without a current score, in the order of their keys, at most `limit` of them.
    func unscoredAttempts(limit: Int) async throws -> [Attempt]
    func record(_ scores: [Score]) async throws
}
