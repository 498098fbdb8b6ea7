internal import Foundation

extension ReplyFault {
    /// Reads an HTTP status and the server's own words.
    ///
    /// - Returns: nil for a status that promises an answer.
    init?(_ reply: HTTPReply, now: Date = Date()) {
        guard !(200...299).contains(reply.status) else { return nil }
        let words = ServerMessage(reply)
        let text = "HTTP \(reply.status)" + (words.text.isEmpty ? "" : ": \(words.text)")
        let quotaIsGone = "; the quota is used up: run the same command later"
        switch reply.status {
        case 300...399:
            let target = reply.location.map { " to \($0)" } ?? ""
            self.init(
                .closed,
                "the server redirects\(target); redirects are not followed because the key must not travel: give the "
                    + "final address as --base-url")
        case 401, 403: self.init(.misconfigured, "the server refuses the key (\(text))")
        case 402: self.init(.closed, text + quotaIsGone)
        case 404, 405, 410, 501: self.init(.misconfigured, text)
        case 429 where words.saysQuotaIsGone: self.init(.closed, text + quotaIsGone)
        case 429: self.init(.rateLimited(pause: Self.pause(reply.retryAfter, now: now)), text)
        case 503 where reply.retryAfter != nil, 529:
            self.init(.rateLimited(pause: Self.pause(reply.retryAfter, now: now)), text)
        case 413: self.init(.unanswerable, text)
        case 408, 409, 425: self.init(.passing, text)
        case _ where words.saysPromptIsTooLong || words.saysPromptIsFiltered: self.init(.unanswerable, text)
        case 400...499: self.init(.rejected, text)
        default: self.init(.passing, text)
        }
    }

    /// `Retry-After` is a number of seconds or an HTTP date (RFC 9110, section 10.2.3).
    static func pause(_ header: String?, now: Date) -> Duration? {
        guard let header = header?.trimmingCharacters(in: .whitespaces), !header.isEmpty else { return nil }
        if let seconds = Double(header) { return seconds.isFinite ? .seconds(max(seconds, 0)) : nil }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return format.date(from: header).map { .seconds(max($0.timeIntervalSince(now), 0)) }
    }
}

/// The error message in a server's answer, whatever its form.
struct ServerMessage {
    /// One line, cut at 300 characters.
    var text: String
    private var lowercased: String

    init(_ reply: HTTPReply) {
        let body = reply.text
        let found = Self.message(in: body) ?? body
        let line = found.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text = line.count > 300 ? line.prefix(300) + "…" : line
        lowercased = body.prefix(4000).lowercased()
    }

    /// As OpenAI, vLLM, llama.cpp (`exceed_context_size_error`) and Anthropic (`prompt is too long`) put it.
    var saysPromptIsTooLong: Bool {
        [
            "context_length_exceeded", "exceed_context_size", "maximum context length", "context size",
            "context window",
            "context length", "prompt is too long", "input is too long", "too many input tokens",
        ]
        .contains { lowercased.contains($0) }
    }

    /// As OpenAI and Azure put it.
    var saysPromptIsFiltered: Bool {
        ["content_filter", "content_policy_violation", "content management policy"].contains { lowercased.contains($0) }
    }

    var saysQuotaIsGone: Bool { lowercased.contains("insufficient_quota") }

    /// `{"error": {"message": …}}`, `{"error": …}`, `{"message": …}` or `{"detail": …}`.
    private static func message(in body: String) -> String? {
        guard let object = try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any] else {
            return nil
        }
        let error = object["error"]
        return (error as? [String: Any])?["message"] as? String ?? error as? String ?? object["message"] as? String
            ?? object["detail"] as? String
    }
}
