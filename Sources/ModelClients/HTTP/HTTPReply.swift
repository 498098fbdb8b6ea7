/// A whole answer of a server.
package struct HTTPReply: Sendable {
    package var status: Int
    package var contentType: String?
    package var retryAfter: String?
    /// What the server calls itself.
    package var server: String?
    /// Of a redirect.
    package var location: String?
    package var body: [UInt8]
    /// Seconds from sending to the last byte.
    package var latency: Double

    package init(
        status: Int = 200, contentType: String? = "application/json", retryAfter: String? = nil, server: String? = nil,
        location: String? = nil, body: [UInt8], latency: Double = 0
    ) {
        self.status = status
        self.contentType = contentType
        self.retryAfter = retryAfter
        self.server = server
        self.location = location
        self.body = body
        self.latency = latency
    }

    var saysHTML: Bool {
        contentType?.lowercased().contains("html") ?? false
            || body.drop { $0 <= 0x20 }.first == UInt8(ascii: "<")
    }

    /// The body's object, of which a stream of events is put together first.
    ///
    /// - Parameter assemble: makes of a stream's events the object that would have come without streaming.
    /// - Throws: `ReplyFault` that names the first thing wrong with the body.
    func object(
        assembling assemble: ([JSONValue], _ isDone: Bool) throws(ReplyFault) -> JSONValue
    ) throws(ReplyFault) -> JSONValue {
        if contentType?.lowercased().contains("event-stream") ?? false || ServerSentEvents.begins(body) {
            let events = ServerSentEvents(body)
            var values: [JSONValue] = []
            for data in events.data {
                do {
                    values.append(try JSONReader.read(data))
                } catch {
                    throw ReplyFault(.passing, "the answer is a stream of events, and one of them is no whole JSON")
                }
            }
            return try assemble(values, events.isDone)
        }
        do {
            return try JSONReader.read(body)
        } catch {
            throw ReplyFault(.passing, "the answer \(problem(error))")
        }
    }

    private func problem(_ problem: JSONReader.Problem) -> String {
        if problem == .empty { return "is empty" }
        if body.starts(with: [0x1F, 0x8B]) { return "is compressed, which was not asked for" }
        if saysHTML { return "is '\(contentType ?? "HTML")' instead of JSON; does the base URL end in /v1?" }
        if let contentType, !contentType.lowercased().contains("json") {
            return "is '\(contentType)' instead of JSON; does the base URL end in /v1?"
        }
        return switch problem {
        case .tooDeep: "is nested too deeply"
        default: "is no whole JSON (\(body.count) bytes)"
        }
    }
}
