/// How far an evaluation is.
public struct ProgressSnapshot: Sendable, Hashable {
    /// Attempts of the plan.
    public var total = 0
    /// Durable before this command began.
    public var reused = 0
    /// Durable since.
    public var made = 0
    public var inFlight = 0
    /// Put aside after the server failed to answer them.
    public var failed = 0
    /// Of `made`, those that the model cannot answer.
    public var refused = 0
    /// Requests sent to the model's server, whatever became of them; 0 where there is no server.
    public var requests = 0
    /// For what the server is waited for, and seconds until that is over.
    public var waiting: Waiting?
    /// Seconds since an attempt was finished or begun, while some are under way.
    public var silence = 0.0
    /// Seconds that one answer may take; nil where that is not known.
    public var answerTimeout: Double?
    /// Requests that failed and were sent again.
    public var retries = 0
    /// Scores made durable since this command began.
    public var scored = 0
    /// Attempts that wait to be scored, as far as they are known.
    public var awaitingScore = 0
    /// Scorings that failed for reasons of ours and were put aside to be repeated alone.
    public var harnessErrors = 0
    public var inputTokens = 0
    public var outputTokens = 0
    /// In the price list's money; nil without a price.
    public var cost: Double?
    /// Seconds since the command began.
    public var elapsed = 0.0
    /// Output tokens a second over the last half minute.
    public var tokensPerSecond = 0.0
    /// Seconds to the end at the speed of the last half minute; nil while that is unknown.
    public var remaining: Double?

    public init() {}

    public struct Waiting: Sendable, Hashable {
        public var reason: String
        public var seconds: Double

        public init(reason: String, seconds: Double) {
            self.reason = reason
            self.seconds = seconds
        }
    }

    /// Attempts that are durable.
    public var done: Int { reused + made }
}
