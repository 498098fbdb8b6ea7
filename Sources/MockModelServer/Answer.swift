internal import NIOHTTP1

/// What the server sends back.
struct Answer: Sendable {
    enum Delivery: Sendable, Equatable {
        case whole
        /// Half of it, then the connection is closed.
        case brokenOff
        case byteASecond
        case never
        /// The body this many times over.
        case repeated(Int)
    }

    var status: HTTPResponseStatus = .ok
    var contentType = "application/json"
    var headers: [(String, String)] = []
    var body: String
    /// In place of `body`, where it is no text.
    var bytes: [UInt8]?
    var delivery = Delivery.whole

    static func error(_ status: Int, _ message: String, code: String = "error") -> Answer {
        Answer(
            status: HTTPResponseStatus(statusCode: status),
            body: #"{"error":{"message":"\#(message)","type":"\#(code)","code":"\#(code)"}}"#)
    }
}
