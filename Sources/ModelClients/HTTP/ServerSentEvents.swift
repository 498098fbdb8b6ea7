/// A stream of events (WHATWG, "Server-sent events"), read as a whole.
///
/// Some servers and proxies stream although nobody asked for it.
struct ServerSentEvents {
    /// What each event's `data` says.
    private(set) var data: [[UInt8]] = []
    /// Whether `[DONE]` came, with which OpenAI's protocol ends a stream.
    private(set) var isDone = false

    /// Whether a body is such a stream, whatever its type says.
    static func begins(_ body: [UInt8]) -> Bool {
        let start = body.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        return ["data:", "event:", "id:", "retry:", ":"].contains { start.starts(with: $0.utf8) }
    }

    /// Each line of data that begins an object is an event, whether blank lines stand between or not; others go on with the
    /// one before.
    init(_ body: [UInt8]) {
        for line in body.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) where line.starts(with: "data:".utf8) {
            let payload = line.dropFirst(5).drop { $0 == 0x20 }
            if payload.starts(with: "[DONE]".utf8) {
                isDone = true
            } else if payload.first == UInt8(ascii: "{") || data.isEmpty {
                data.append(Array(payload))
            } else {
                data[data.count - 1].append(0x0A)
                data[data.count - 1] += payload
            }
        }
    }
}
