internal import Synchronization

/// A queue between stages: putting waits while it is full, taking waits while it is empty.
final class Inbox<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element] = []
        var isClosed = false
        var takers: [CheckedContinuation<Void, Never>] = []
        var putters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    /// After `close` elements are dropped.
    func put(_ element: Element) async {
        while true {
            let isFull = state.withLock { state in
                if state.isClosed { return false }
                if state.elements.count >= capacity { return true }
                state.elements.append(element)
                return false
            }
            wakeTakers()
            guard isFull else { return }
            await waitForSpace()
        }
    }

    /// Everything that is there, at most `limit`; empty when the inbox is closed and drained.
    func take(atMost limit: Int = .max) async -> [Element] {
        while true {
            let (taken, isDone) = state.withLock { state in
                let taken = Array(state.elements.prefix(limit))
                state.elements.removeFirst(taken.count)
                return (taken, state.isClosed)
            }
            if !taken.isEmpty {
                wakePutters()
                return taken
            }
            if isDone { return [] }
            await waitForElement()
        }
    }

    func close() {
        state.withLock { $0.isClosed = true }
        wakeTakers()
        wakePutters()
    }

    private func waitForSpace() async {
        await withCheckedContinuation { continuation in
            let goesOn = state.withLock { state in
                if state.isClosed || state.elements.count < capacity { return true }
                state.putters.append(continuation)
                return false
            }
            if goesOn { continuation.resume() }
        }
    }

    private func waitForElement() async {
        await withCheckedContinuation { continuation in
            let goesOn = state.withLock { state in
                if state.isClosed || !state.elements.isEmpty { return true }
                state.takers.append(continuation)
                return false
            }
            if goesOn { continuation.resume() }
        }
    }

    private func wakeTakers() {
        let takers = state.withLock { state in
            defer { state.takers = [] }
            return state.takers
        }
        for taker in takers { taker.resume() }
    }

    private func wakePutters() {
        let putters = state.withLock { state in
            defer { state.putters = [] }
            return state.putters
        }
        for putter in putters { putter.resume() }
    }
}
