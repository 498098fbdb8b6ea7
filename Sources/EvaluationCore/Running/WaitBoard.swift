internal import Synchronization

/// Where those who wait for a model server write for what and until when, and how many requests they have sent, so that the
/// progress can say it.
public final class WaitBoard: Sendable {
    public struct Wait: Sendable, Hashable {
        /// `HTTP 429: slow down`
        public var reason: String
        public var end: ContinuousClock.Instant
    }

    private struct State {
        var wait: Wait?
        var news = 0
        var requests = 0
    }

    private let state = Mutex(State())
    /// Shorter waits are not worth a word.
    private static let shortest = Duration.seconds(1)

    public init() {}

    /// Says that nothing is sent before `end`. The longest wait stands; it goes away by itself when it is over.
    public func wait(_ reason: String, until end: ContinuousClock.Instant) {
        state.withLock { state in
            guard end - .now >= Self.shortest, state.wait.map({ $0.end < end }) ?? true else { return }
            // A wait that is only prolonged is no news.
            if state.wait.map({ $0.end <= .now || $0.reason != reason }) ?? true { state.news += 1 }
            state.wait = Wait(reason: reason, end: end)
        }
    }

    /// A request was sent, whatever becomes of it.
    public func countRequest() { state.withLock { $0.requests += 1 } }

    public var requests: Int { state.withLock { $0.requests } }
    /// Grows whenever another wait begins.
    public var news: Int { state.withLock { $0.news } }

    public func current(at now: ContinuousClock.Instant = .now) -> Wait? {
        state.withLock { $0.wait.flatMap { $0.end > now ? $0 : nil } }
    }
}
