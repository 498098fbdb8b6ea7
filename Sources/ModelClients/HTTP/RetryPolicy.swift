/// When to try again, and how long to wait before.
public struct RetryPolicy: Sendable, Hashable {
    /// Tries after the first that an answer may cost when the server fails. Being told to slow down (429) does not count.
    public var retries: Int
    /// Before the first retry; doubled with every further one.
    public var firstDelay: Duration
    public var longestDelay: Duration
    /// How long a request waits in all for a server that keeps saying 429, and the longest `Retry-After` that is obeyed; what is
    /// longer ends the run, which can be resumed.
    public var patience: Duration

    public init(
        retries: Int = 6, firstDelay: Duration = .milliseconds(500), longestDelay: Duration = .seconds(60),
        patience: Duration = .seconds(600)
    ) {
        self.retries = retries
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
        self.patience = patience
    }

    /// - Parameters:
    ///   - retry: from 1.
    ///   - fraction: 0 to 1, the jitter: waits are spread over the upper half of the interval.
    package func delay(before retry: Int, fraction: Double) -> Duration {
        let doubled = firstDelay * pow2(min(retry - 1, 30))
        return min(doubled, longestDelay) * (0.5 + fraction / 2)
    }

    private func pow2(_ exponent: Int) -> Int { 1 << max(exponent, 0) }
}
