struct TimeLimitExceeded: Error {}

/// Runs `operation` and cancels it when it takes longer than `limit`.
///
/// - Throws: `TimeLimitExceeded`, or what `operation` throws.
func withTimeLimit<Result: Sendable>(
    _ limit: Duration, _ operation: @Sendable @escaping () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
        group.addTask(operation: operation)
        group.addTask {
            try await Task.sleep(for: limit)
            throw TimeLimitExceeded()
        }
        defer { group.cancelAll() }
        return try await group.next()!
    }
}
