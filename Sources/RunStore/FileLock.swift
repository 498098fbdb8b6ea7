import EvaluationCore
import Foundation
import Synchronization

/// Keeps a second writer out for as long as it lives; the kernel lets go when the process dies, however it dies.
final class FileLock: Sendable {
    private let descriptor: Int32
    private let path: String

    /// - Throws: `UserError` when another process holds the lock.
    init(for file: URL) throws {
        path = file.path + ".lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw UserError(
                "\(path): cannot be written (\(String(cString: strerror(errno))))",
                remedy: "give an --output in a folder that you may write")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw UserError(
                "\(file.path): another secucogen is working on this run",
                remedy: "wait for it, or give another --output")
        }
    }

    private let isReleased = Mutex(false)

    func release() {
        let wasReleased = isReleased.withLock { released in
            defer { released = true }
            return released
        }
        guard !wasReleased else { return }
        unlink(path)
        close(descriptor)
    }

    deinit { release() }
}
