internal import Synchronization

/// Lets a bounded number of runs go on at once; who waits longest goes next, however many permits it wants.
final class Permits: Sendable {
    private struct Waiter {
        var id: Int
        var count: Int
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var free: Int
        var lastID = 0
        var waiters: [Waiter] = []
        /// Cancelled before they could wait.
        var cancelled: Set<Int> = []
    }

    let total: Int
    private let state: Mutex<State>

    init(_ total: Int) {
        self.total = total
        state = Mutex(State(free: total))
    }

    /// Runs `body` while holding `count` permits, at most `total`.
    func with<Value: Sendable>(_ count: Int, _ body: () async throws -> Value) async throws -> Value {
        try await take(count)
        defer { give(count) }
        return try await body()
    }

    private func take(_ count: Int) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let outcome: Result<Void, any Error>? = state.withLock { state in
                    if state.cancelled.remove(id) != nil || Task.isCancelled { return .failure(CancellationError()) }
                    if state.waiters.isEmpty && state.free >= count {
                        state.free -= count
                        return .success(())
                    }
                    state.waiters.append(Waiter(id: id, count: count, continuation: continuation))
                    return nil
                }
                if let outcome { continuation.resume(with: outcome) }
            }
        } onCancel: {
            let (waiter, next) = state.withLock { state in
                guard let index = state.waiters.firstIndex(where: { $0.id == id }) else {
                    state.cancelled.insert(id)
                    return (nil as Waiter?, [] as [Waiter])
                }
                let waiter = state.waiters.remove(at: index)
                return (waiter, Self.admitted(&state))
            }
            waiter?.continuation.resume(throwing: CancellationError())
            next.forEach { $0.continuation.resume() }
        }
        state.withLock { _ = $0.cancelled.remove(id) }
    }

    private func give(_ count: Int) {
        let admitted = state.withLock { state in
            state.free += count
            return Self.admitted(&state)
        }
        admitted.forEach { $0.continuation.resume() }
    }

    private static func admitted(_ state: inout State) -> [Waiter] {
        var admitted: [Waiter] = []
        while let first = state.waiters.first, first.count <= state.free {
            state.free -= first.count
            admitted.append(state.waiters.removeFirst())
        }
        return admitted
    }
}
