internal import Foundation
internal import Glibc

/// The host's end of a worker's control socket: frames of four bytes of length, big-endian, and that much JSON.
///
/// Calls block. `abort` may be called from any thread and ends them.
final class FrameChannel: Sendable {
    enum Failure: Error, Equatable {
        /// The worker is gone.
        case closed
        /// Nothing arrived in time.
        case timedOut
        /// The worker sent what is no frame.
        case garbled
    }

    private static let largestFrame = 256 << 20

    private let descriptor: Int32

    /// - Parameter descriptor: a connected stream socket. The channel owns it.
    init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Ends both directions: blocked calls throw `closed`, and the worker's guard kills the worker.
    func abort() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    func send(_ document: some Encodable) throws {
        let body = try JSONEncoder().encode(document)
        var frame = withUnsafeBytes(of: UInt32(body.count).bigEndian) { Data($0) }
        frame.append(body)
        try frame.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Glibc.send(
                    descriptor, bytes.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { throw Failure.closed }
                sent += count
            }
        }
    }

    /// Reads one frame.
    /// - Parameter deadline: when to give up.
    func receive<Document: Decodable>(
        _ type: Document.Type, before deadline: ContinuousClock.Instant
    ) throws -> Document {
        let header = try read(4, before: deadline)
        let length = header.reduce(0) { $0 << 8 | Int($1) }
        guard length <= Self.largestFrame else { throw Failure.garbled }
        let body = try read(length, before: deadline)
        do {
            return try JSONDecoder().decode(type, from: body)
        } catch {
            throw Failure.garbled
        }
    }

    private func read(_ count: Int, before deadline: ContinuousClock.Instant) throws -> Data {
        var data = Data(count: count)
        var filled = 0
        while filled < count {
            try waitUntilReadable(before: deadline)
            let received = data.withUnsafeMutableBytes { bytes in
                recv(descriptor, bytes.baseAddress! + filled, count - filled, 0)
            }
            if received < 0 && errno == EINTR { continue }
            guard received > 0 else { throw Failure.closed }
            filled += received
        }
        return data
    }

    private func waitUntilReadable(before deadline: ContinuousClock.Instant) throws {
        while true {
            let left = deadline - .now
            guard left > .zero else { throw Failure.timedOut }
            let milliseconds = left / Duration.milliseconds(1)
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&watched, 1, Int32(min(milliseconds.rounded(.up), 60_000)))
            if ready > 0 { return }
            if ready < 0 && errno != EINTR { throw Failure.closed }
        }
    }
}
