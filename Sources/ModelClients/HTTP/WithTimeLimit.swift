internal import NIOCore
internal import NIOPosix
internal import Synchronization

struct TimeLimitExceeded: Error {}

/// Runs `operation` and cancels it when it takes longer than `limit`.
///
/// An event loop keeps the time: that costs less than a task that sleeps beside every request.
///
/// - Throws: `TimeLimitExceeded`, or what `operation` throws.
func withTimeLimit<Result: Sendable>(
    _ limit: Duration, _ operation: @Sendable @escaping () async throws -> Result
) async throws -> Result {
    let watch = Watch(Task(operation: operation))
    let alarm = MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: TimeAmount(limit)) { watch.timeIsUp() }
    defer { alarm.cancel() }
    return try await withTaskCancellationHandler {
        do {
            return try await watch.task.value
        } catch {
            throw watch.isLate ? TimeLimitExceeded() : error
        }
    } onCancel: {
        watch.task.cancel()
    }
}

private final class Watch<Result: Sendable>: Sendable {
    let task: Task<Result, any Error>
    private let late = Mutex(false)

    init(_ task: Task<Result, any Error>) { self.task = task }

    var isLate: Bool { late.withLock { $0 } }

    func timeIsUp() {
        late.withLock { $0 = true }
        task.cancel()
    }
}
