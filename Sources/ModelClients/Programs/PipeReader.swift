internal import Foundation
internal import Synchronization

/// Reads a pipe to its end, on a thread of its own. `FileHandle` would take a read that failed for the end.
final class PipeReader: Sendable {
    private let isStopped = Mutex(false)

    /// - Parameters:
    ///   - pipe: whose reading end nobody else reads.
    ///   - take: is given each piece, in order.
    ///   - whenEnded: is called once, after the last piece.
    init(_ pipe: Pipe, take: @escaping @Sendable (Data) -> Void, whenEnded: @escaping @Sendable () -> Void = {}) {
        let descriptor = dup(pipe.fileHandleForReading.fileDescriptor)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        try? pipe.fileHandleForReading.close()
        Thread.detachNewThread { [self] in
            read(descriptor, take)
            close(descriptor)
            whenEnded()
        }
    }

    /// Somebody may hold the other end open for ever.
    func stop() { isStopped.withLock { $0 = true } }

    private func read(_ descriptor: Int32, _ take: (Data) -> Void) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !isStopped.withLock({ $0 }) {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 200) != 0 else { continue }
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            if count > 0 { take(Data(buffer[..<count])) }
            if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { return }
        }
    }
}
