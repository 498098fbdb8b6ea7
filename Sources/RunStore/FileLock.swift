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
        while true {
            let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard opened >= 0 else {
                throw UserError(
                    "\(path): cannot be written (\(String(cString: strerror(errno))))",
                    remedy: "give an --output in a folder that you may write")
            }
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                close(opened)
                throw UserError(
                    "\(file.path): another secucogen is working on this file",
                    remedy: "wait for it, or give another --output")
            }
            // Between the two calls its last holder may have removed it; then the lock keeps nobody out.
            if Self.stands(opened, at: path) {
                descriptor = opened
                return
            }
            close(opened)
        }
    }

    private static func stands(_ descriptor: Int32, at path: String) -> Bool {
        var (held, named) = (stat(), stat())
        return fstat(descriptor, &held) == 0 && stat(path, &named) == 0
            && held.st_ino == named.st_ino && held.st_dev == named.st_dev
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
