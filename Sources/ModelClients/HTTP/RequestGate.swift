internal import Synchronization

/// Lets requests through as the `Pacer` says, in the order in which they came.
final class RequestGate: Sendable {
    private struct State {
        var pacer: Pacer
        var waiting: [(id: UInt64, continuation: CheckedContinuation<Pacer.Ticket?, Never>)] = []
        var nextID: UInt64 = 0
        var alarm: Pacer.Instant?
    }

    private let state: Mutex<State>
    private let policy: RetryPolicy
    private let clock = ContinuousClock()

    init(maximum: Int, policy: RetryPolicy) {
        state = Mutex(State(pacer: Pacer(maximum: maximum)))
        self.policy = policy
    }

    /// Whether the server has failed so often in a row that a retry is pointless.
    var isOpenCircuit: Bool { state.withLock { $0.pacer.failedRounds > policy.retries } }

    /// - Throws: `CancellationError`.
    func enter() async throws -> Pacer.Ticket {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let ticket: Pacer.Ticket? = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                state.withLock { state in
                    if Task.isCancelled {
                        continuation.resume(returning: nil)
                    } else {
                        state.waiting.append((id, continuation))
                    }
                }
                letThrough()
            }
        } onCancel: {
            let continuation = state.withLock { state in
                state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0).continuation }
            }
            continuation?.resume(returning: nil)
        }
        guard let ticket else { throw CancellationError() }
        return ticket
    }

    func leave(_ ticket: Pacer.Ticket, _ outcome: Pacer.Outcome) {
        state.withLock { state in
            state.pacer.finish(ticket, outcome, at: clock.now) {
                policy.delay(before: $0, fraction: .random(in: 0...1))
            }
        }
        letThrough()
    }

    private func letThrough() {
        let now = clock.now
        var admitted: [(CheckedContinuation<Pacer.Ticket?, Never>, Pacer.Ticket)] = []
        let alarm: Pacer.Instant? = state.withLock { state in
            var count = 0
            while count < state.waiting.count, state.pacer.mayStart(at: now) {
                admitted.append((state.waiting[count].continuation, state.pacer.start()))
                count += 1
            }
            state.waiting.removeFirst(count)
            guard !state.waiting.isEmpty, let end = state.pacer.pausedUntil, end > now, state.alarm != end else {
                return nil
            }
            state.alarm = end
            return end
        }
        for (continuation, ticket) in admitted { continuation.resume(returning: ticket) }
        if let alarm {
            Task { [self] in
                try? await clock.sleep(until: alarm)
                letThrough()
            }
        }
    }
}
