internal import EvaluationCore
package import Foundation

extension ReplyFault {
    /// Reads an HTTP status and the server's own words.
    ///
    /// - Returns: nil for a status that promises an answer.
    package init?(_ reply: HTTPReply, now: Date = Date()) {
        guard !(200...299).contains(reply.status) else { return nil }
        let words = ServerMessage(reply)
        let text = "HTTP \(reply.status)" + (words.text.isEmpty ? "" : ": \(words.text)")
        if (300...399).contains(reply.status) {
            let target = reply.location.map { " to \(ServerMessage.line($0))" } ?? ""
            self.init(
                .closed,
                "the server redirects\(target); redirects are not followed because the key must not travel: give the "
                    + "final address as --base-url")
            return
        }
        self.init(
            status: reply.status, words: words, text: text, pause: Self.pause(reply.retryAfter, now: now),
            asksForTime: reply.retryAfter != nil, lacksRoute: reply.saysHTML || words.text.lowercased() == "not found")
    }

    /// Reads an error that came with a status of success: as the status that it names, or that its name means, would be
    /// read. One that names none is passing, like a 502.
    ///
    /// - Parameter error: what stands under `error`, or the whole body.
    init(unexpected error: JSONValue, in reply: HTTPReply, now: Date = Date()) {
        let words = ServerMessage(error)
        let status = words.status ?? words.statusOfName ?? 502
        let text =
            "the server answered HTTP \(reply.status) with an error"
            + (words.status.map { " \($0)" } ?? "") + (words.text.isEmpty ? "" : ": \(words.text)")
        self.init(
            status: status, words: words, text: text, pause: Self.pause(reply.retryAfter, now: now),
            asksForTime: reply.retryAfter != nil, lacksRoute: false)
    }

    /// Reads a status and a body that came in a batch's results.
    ///
    /// - Returns: nil for a status that promises an answer.
    init?(status: Int, body: JSONValue) {
        guard !(200...299).contains(status) else { return nil }
        let words = ServerMessage(body)
        let text = "HTTP \(status)" + (words.text.isEmpty ? "" : ": \(words.text)")
        self.init(status: status, words: words, text: text, pause: nil, asksForTime: false, lacksRoute: false)
    }

    private init(
        status: Int, words: ServerMessage, text: String, pause: Duration?, asksForTime: Bool, lacksRoute: Bool
    ) {
        let quotaIsGone = "; the quota is used up: run the same command later"
        switch status {
        case 401: self.init(.misconfigured, "the server refuses the key (\(text))")
        case 402: self.init(.closed, text + quotaIsGone)
        case 429 where words.saysQuotaIsGone: self.init(.closed, text + quotaIsGone)
        case 429 where words.saysRequestIsTooLarge: self.init(.unanswerable(.contextLength), text)
        case 429: self.init(.rateLimited(pause: pause), text)
        case 529: self.init(.rateLimited(pause: pause), text)
        case 503 where asksForTime: self.init(.rateLimited(pause: pause), text)
        case 408, 409, 425: self.init(.passing, text)
        case 413: self.init(.unanswerable(.contextLength), text)
        case _ where words.saysPromptIsTooLong: self.init(.unanswerable(.contextLength), text)
        case 400, 403, 406, 422, 451, 500...599:
            if words.saysPromptIsFiltered {
                self.init(.unanswerable(.moderation), text)
            } else if status == 403 || status == 451 {
                self.init(.forbidden, text)
            } else if status == 501 {
                self.init(.misconfigured, text)
            } else if status < 500 {
                self.init(.rejected, text, parameter: RejectedParameter(in: words))
            } else {
                self.init(.passing, text)
            }
        case 404, 405, 410:
            self.init(
                .misconfigured,
                text + (lacksRoute && !words.lowercased.contains("model") ? "; does the base URL end in /v1?" : ""))
        case 400...499: self.init(.rejected, text, parameter: RejectedParameter(in: words))
        default: self.init(.passing, text)
        }
    }

    /// `Retry-After` is a number of seconds or an HTTP date (RFC 9110, section 10.2.3).
    static func pause(_ header: String?, now: Date) -> Duration? {
        guard let header = header?.trimmingCharacters(in: .whitespaces), !header.isEmpty else { return nil }
        if let seconds = Double(header) { return seconds.isNaN ? nil : .seconds(min(max(seconds, 0), longest)) }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return format.date(from: header).map { .seconds(min(max($0.timeIntervalSince(now), 0), longest)) }
    }

    /// A year: what is longer says the same, and sums of it would not fit.
    private static let longest = 366.0 * 86_400
}
