import EvaluationCore
import Foundation
import GRDB

/// A database that appears in its place whole or not at all.
///
/// It is filled beside its place, in `<name>.new`, and then moved. A process that is killed meanwhile leaves only that file, which the
/// next one removes; no reader ever meets a database with half of its tables.
enum NewDatabase {
    /// Only for who holds the file's lock.
    ///
    /// - Throws: what `fill` throws, `DatabaseError`, or `UserError` when the file cannot be moved to its place.
    static func make(
        at url: URL, configuration: Configuration, fill: (DatabaseQueue) throws -> Void
    ) throws {
        let draft = url.path + ".new"
        for suffix in suffixes { unlink(draft + suffix) }
        do {
            let database = try DatabaseQueue(path: draft, configuration: configuration)
            try fill(database)
            try database.close()
            guard rename(draft, url.path) == 0 else {
                throw UserError(
                    "\(url.path): cannot be made (\(String(cString: strerror(errno))))",
                    remedy: "give another name, in a folder that you may write")
            }
        } catch {
            for suffix in suffixes { unlink(draft + suffix) }
            throw error
        }
        sync(url.deletingLastPathComponent())
    }

    /// Also what SQLite keeps beside a file at work.
    private static let suffixes = ["", "-journal", "-wal", "-shm"]

    /// The new name survives a power cut, as what is in the file does.
    private static func sync(_ folder: URL) {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
