package import EvaluationCore

/// What an answer that is no answer means for the request and for the run.
package struct ReplyFault: Error, Sendable {
    package enum Meaning: Sendable, Hashable {
        /// Another try may work.
        case passing
        /// Slow down. Nil when the server does not say for how long.
        case rateLimited(pause: Duration?)
        /// It will not answer for now, and asking again at once is no use: the quota is used up, or it points elsewhere.
        case closed
        /// This prompt cannot be answered.
        case unanswerable(RefusalReason)
        /// The request was found wrong, be it for its prompt or for its parameters.
        case rejected
        /// It was forbidden, be it for its prompt or for the key.
        case forbidden
        /// Key, model or address are wrong.
        case misconfigured
    }

    package var meaning: Meaning
    /// One line, without the server's address.
    package var message: String
    /// What the server names as wrong in a rejected request.
    package var parameter: RejectedParameter?

    init(_ meaning: Meaning, _ message: String, parameter: RejectedParameter? = nil) {
        self.meaning = meaning
        self.message = message
        self.parameter = parameter
    }
}
