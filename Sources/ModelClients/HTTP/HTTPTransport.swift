internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Why there is no whole answer.
struct TransportFault: Error, CustomStringConvertible {
    enum Kind: Sendable { case connection, timeout, tooLarge, request }
    var kind: Kind
    var description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}

/// Sends requests to one server, and to no other: redirects are not followed, so that a key never leaves for another host.
struct HTTPTransport: Sendable {
    /// Longer answers are given up; a model's answer has kilobytes.
    static let largestBody = 16 << 20

    let client: HTTPClient
    let base: BaseURL
    let authorization: [(name: String, value: Credential)]
    /// Headers without secrets.
    let headers: [(String, String)]
    var limits: TimeLimits

    /// - Throws: `TransportFault` or `CancellationError`.
    func post(_ body: ByteBuffer, to path: String) async throws -> HTTPReply {
        var request = request(.POST, path)
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(body)
        return try await send(request)
    }

    /// - Throws: `TransportFault` or `CancellationError`.
    func get(_ path: String) async throws -> HTTPReply { try await send(request(.GET, path)) }

    private func request(_ method: HTTPMethod, _ path: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: base.appending(path))
        request.method = method
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "User-Agent", value: "secucogen")
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        for (name, credential) in authorization {
            request.headers.add(
                name: name, value: credential.reveal { name == "Authorization" ? "Bearer \($0)" : $0 })
        }
        return request
    }

    private func send(_ request: HTTPClientRequest) async throws -> HTTPReply {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            return try await withTimeLimit(limits.whole) {
                let response = try await client.execute(request, timeout: TimeAmount(limits.firstByte))
                if let length = response.headers.first(name: "Content-Length").flatMap(Int.init),
                    length > Self.largestBody
                {
                    throw Self.tooLarge
                }
                var body = ByteBuffer()
                for try await var chunk in response.body {
                    guard body.readableBytes + chunk.readableBytes <= Self.largestBody else { throw Self.tooLarge }
                    body.writeBuffer(&chunk)
                }
                return HTTPReply(
                    status: Int(response.status.code),
                    contentType: response.headers.first(name: "Content-Type"),
                    retryAfter: response.headers.first(name: "Retry-After"),
                    server: response.headers.first(name: "Server"),
                    location: response.headers.first(name: "Location"), body: Array(buffer: body),
                    latency: start.duration(to: clock.now) / .seconds(1))
            }
        } catch {
            try Task.checkCancellation()
            throw Self.fault(error, limits: limits)
        }
    }

    private static let tooLarge = TransportFault(
        .tooLarge, "the answer is longer than \(largestBody >> 20) MiB")

    private static let brokenOff = TransportFault(
        .connection, "the server closed the connection before the answer was whole")

    private static func brief(_ error: any Error) -> String { ServerMessage.line("\(error)") }

    private static func fault(_ error: any Error, limits: TimeLimits) -> TransportFault {
        switch error {
        case let fault as TransportFault: fault
        case is TimeLimitExceeded:
            TransportFault(.timeout, "no whole answer within \(limits.whole.inSeconds)")
        case let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout:
            TransportFault(.timeout, "no first byte within \(limits.firstByte.inSeconds)")
        case let error as HTTPClientError where error == .connectTimeout || error == .getConnectionFromPoolTimeout:
            TransportFault(.timeout, "no connection within \(limits.connect.inSeconds)")
        case let error as HTTPClientError where error == .remoteConnectionClosed: brokenOff
        case let error as HTTPParserError where error == .invalidEOFState: brokenOff
        case let error as NIOConnectionError where error.dnsAError != nil || error.dnsAAAAError != nil:
            TransportFault(.connection, "the host name cannot be resolved")
        case let error as NIOConnectionError:
            TransportFault(.connection, "cannot connect: \(error.connectionErrors.first?.brief ?? "unknown")")
        case let error as IOError: TransportFault(.connection, error.brief)
        case _ where "\(error)".contains("SSL"):
            TransportFault(.connection, "no TLS can be set up (\(brief(error))); does the server speak plain http?")
        default: TransportFault(.connection, brief(error))
        }
    }
}

extension SingleConnectionFailure {
    fileprivate var brief: String { (error as? IOError)?.brief ?? "\(error)" }
}

extension IOError {
    /// `connection refused` instead of the name of a system call and a number.
    fileprivate var brief: String {
        switch errnoCode {
        case ECONNRESET: "connection reset"
        case ECONNREFUSED: "connection refused"
        case EHOSTUNREACH: "no route to the host"
        default: "\(self)"
        }
    }
}

extension TimeAmount {
    init(_ duration: Duration) {
        self = .nanoseconds(
            duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000)
    }
}

extension Duration {
    /// `45s`, `10m 0s`, `24h 0m`.
    var inWords: String {
        let whole = Int((self / .seconds(1)).rounded(.up))
        if whole < 60 { return "\(whole)s" }
        return whole < 3600 ? "\(whole / 60)m \(whole % 60)s" : "\(whole / 3600)h \(whole % 3600 / 60)m"
    }

    /// `30 s`, `0.5 s`.
    var inSeconds: String {
        let seconds = self / .seconds(1)
        return seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
    }
}
