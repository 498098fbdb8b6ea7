internal import Synchronization

/// Wakes one waiter that there may be something new. A ring that nobody waits for is kept for the next wait.
final class Signal: Sendable {
    private struct State {
        var hasRung = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func ring() {
        let waiter = state.withLock { state in
            state.hasRung = state.waiter == nil
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let goesOn = state.withLock { state in
                if state.hasRung {
                    state.hasRung = false
                    return true
                }
                state.waiter = continuation
                return false
            }
            if goesOn { continuation.resume() }
        }
    }
}
