import EvaluationCore
import Foundation
import GRDB

/// In what state a run's file lies there, told without opening it as a database.
///
/// While a run is written SQLite keeps its newest part beside it, in `<run>-wal`. When the work ends that part goes into the file, so that a
/// run at rest is one file: it can be copied, sent and read where nothing may be written.
struct RunFileState {
    private let url: URL
    /// Whether SQLite keeps, or kept, a part beside the file.
    private let hasJournalBeside: Bool

    private var journal: String { url.path + "-wal" }
    /// What SQLite needs to undo a change of the file's head that a kill left half done.
    private var rollback: String { url.path + "-journal" }

    /// - Throws: `UserError` when there is no file, or it cannot be read.
    init(of url: URL) throws {
        self.url = url
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw UserError("\(url.path): there is no such run", remedy: "`secucogen run` prints the path of each run")
        }
        guard !isFolder.boolValue else { throw Self.isFolder(url) }
        guard let file = FileHandle(forReadingAtPath: url.path) else {
            throw UserError("\(url.path): may not be read", remedy: "check who may read the file")
        }
        defer { try? file.close() }
        let header = (try? file.read(upToCount: 100)) ?? Data()
        let isDatabase = header.starts(with: Data("SQLite format 3\0".utf8)) && header.count == 100
        guard isDatabase else {
            throw UserError("\(url.path): is no run of secucogen", remedy: "give the path of a run")
        }
        // https://www.sqlite.org/fileformat2.html, section 1.3: 2 stands for a write-ahead log.
        hasJournalBeside = isDatabase && header[18] == 2
    }

    /// Whether there is nothing to lose at a path: no file, or an empty one.
    ///
    /// - Throws: `UserError` when a folder stands there.
    static func isMissing(_ url: URL) throws -> Bool {
        var status = stat()
        guard stat(url.path, &status) == 0 else { return true }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw isFolder(url) }
        return status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
    }

    private static func isFolder(_ url: URL) -> UserError {
        UserError("\(url.path): is a folder", remedy: "give the path of a run's file in it")
    }

    /// - Throws: `UserError` when the file was copied without the part that lay beside it.
    func checkUsable() throws {
        guard hasJournalBeside, !FileManager.default.fileExists(atPath: journal) else { return }
        let database = try? DatabaseQueue(
            path: "file:\(Self.escaped(url.path))?immutable=1", configuration: Self.readonly)
        let state = try? database?.read { database in
            try String.fetchOne(database, sql: "SELECT value FROM run WHERE key = ?", arguments: [Self.key])
        }
        let isWhole = try? database?.read { database in
            try database.tableExists("attempt") && database.tableExists("score")
        }
        // Earlier versions noted nothing, and left files in this state when nothing was missing.
        guard state.flatMap(\.self) == Self.open || isWhole.flatMap(\.self) != true else { return }
        throw UserError(
            "\(url.path): is a copy that was made while the run was worked on, without \(url.lastPathComponent)-wal",
            remedy: "copy both, or copy it when no secucogen works on it")
    }

    /// Notes in the file itself that it is being worked on, so that a copy of it alone can be told from a run at rest.
    static func begin(_ database: some DatabaseWriter) throws {
        try database.write { try note(isOpen: true, in: $0) }
        try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }

    static func note(isOpen: Bool, in database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO run (key, value) VALUES (?, ?)", arguments: [key, isOpen ? open : closed])
    }

    private static let key = "state"
    private static let open = "open"
    private static let closed = "closed"

    /// Makes the file readable without leaving anything behind: folds it when nobody works on it, or copies it when nothing may be written.
    ///
    /// - Returns: the copy to read instead, if one was needed.
    func prepareForReading() throws -> TemporaryCopy? {
        guard hasJournalBeside || FileManager.default.fileExists(atPath: rollback) else { return nil }
        if access(url.deletingLastPathComponent().path, W_OK) == 0, access(url.path, W_OK) == 0 {
            // When another process holds the lock it is at work, and reading beside it leaves nothing of its own.
            if let lock = try? FileLock(for: url) { withExtendedLifetime(lock) { Self.fold(url) } }
            return nil
        }
        return try TemporaryCopy(of: [url.path, journal, rollback])
    }

    /// Puts what lies beside a run into its file. Only for who holds the run's lock.
    static func fold(_ url: URL) {
        guard let database = try? DatabaseQueue(path: url.path) else { return }
        try? database.inDatabase { database in
            // First the note: without its log, a file that says that it is worked on passes for a copy that lacks something.
            if try database.tableExists("run") { try note(isOpen: false, in: database) }
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
        }
        try? database.close()
    }

    private static var readonly: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        return configuration
    }

    private static func escaped(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    }
}

/// Files copied to a folder of their own, which goes when this does.
final class TemporaryCopy: Sendable {
    private let folder: URL
    /// The copy of the first.
    let file: URL

    /// - Throws: `UserError` when there is no room.
    init(of paths: [String]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "secucogen-\(UUID().uuidString)")
        file = folder.appending(path: URL(filePath: paths[0]).lastPathComponent)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for path in paths where FileManager.default.fileExists(atPath: path) {
                let copy = folder.appending(path: URL(filePath: path).lastPathComponent)
                try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe).write(to: copy)
            }
        } catch {
            try? FileManager.default.removeItem(at: folder)
            throw UserError("\(paths[0]): cannot be copied to be read", remedy: "make room in \(folder.path)")
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
