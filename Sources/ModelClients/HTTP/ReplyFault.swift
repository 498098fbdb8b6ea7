/// What an answer that is no answer means for the request and for the run.
struct ReplyFault: Error, Sendable {
    enum Meaning: Sendable, Hashable {
        /// Another try may work.
        case passing
        /// Slow down. Nil when the server does not say for how long.
        case rateLimited(pause: Duration?)
        /// It will not answer for now, and asking again at once is no use: the quota is used up, or it points elsewhere.
        case closed
        /// This prompt cannot be answered.
        case unanswerable
        /// The request was found wrong, be it for its prompt or for its parameters.
        case rejected
        /// Key, model or address are wrong.
        case misconfigured
    }

    var meaning: Meaning
    /// One line, without the server's address.
    var message: String

    init(_ meaning: Meaning, _ message: String) {
        self.meaning = meaning
        self.message = message
    }
}
