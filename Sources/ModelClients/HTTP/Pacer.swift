/// Decides how many requests may be under way, as a value without time of its own.
///
/// The limit halves when the server says 429, and grows by one after as many answers as it allows at once. While a server
/// fails, every round of failures leaves a quarter of the limit, until the next answer. Failures that were under way
/// together are one round, so that a hiccup does not look like an outage.
package struct Pacer: Sendable {
    /// What became of a request.
    package enum Outcome: Sendable {
        case answered
        /// The server asked for less, and perhaps for a pause.
        case rateLimited(pause: Duration?)
        /// The server is down, overloaded or talks nonsense.
        case failed
        /// Says nothing about the server's health.
        case neutral
    }

    /// Given to a request when it starts.
    package struct Ticket: Sendable {
        fileprivate var epoch: Int
    }

    package typealias Instant = ContinuousClock.Instant

    package let maximum: Int
    package private(set) var limit: Int
    package private(set) var underWay = 0
    package private(set) var pausedUntil: Instant?
    /// Failures in a row that were not under way together, with no answer between them.
    package private(set) var failedRounds = 0
    private var epoch = 0
    private var answersSinceChange = 0

    package init(maximum: Int) {
        self.maximum = max(maximum, 1)
        limit = self.maximum
    }

    package func mayStart(at now: Instant) -> Bool {
        underWay < max(limit >> (2 * min(failedRounds, 10)), 1) && (pausedUntil ?? now) <= now
    }

    package mutating func start() -> Ticket {
        underWay += 1
        return Ticket(epoch: epoch)
    }

    package mutating func finish(_ ticket: Ticket, _ outcome: Outcome, at now: Instant, backoff: (Int) -> Duration) {
        underWay -= 1
        let isFirstOfItsRound = ticket.epoch == epoch
        switch outcome {
        case .neutral: break
        case .answered:
            failedRounds = 0
            answersSinceChange += 1
            if answersSinceChange >= limit, limit < maximum {
                limit += 1
                answersSinceChange = 0
            }
        case .rateLimited(let pause):
            if let pause { self.pause(until: now + pause) }
            if isFirstOfItsRound { shrink() }
        case .failed:
            guard isFirstOfItsRound else { break }
            failedRounds += 1
            epoch += 1
            // One failure between answers is the request's trouble; the second in a row is the server's.
            if failedRounds > 1 { self.pause(until: now + backoff(failedRounds)) }
        }
    }

    private mutating func pause(until instant: Instant) {
        pausedUntil = max(pausedUntil ?? instant, instant)
    }

    private mutating func shrink() {
        limit = max(limit / 2, 1)
        answersSinceChange = 0
        epoch += 1
    }
}
