public import EvaluationCore
public import Foundation
import GRDB
import Synchronization

/// One run in one SQLite file: its plan, versions, attempts and scores.
///
/// Writing takes a lock; reading a run that is being written is fine.
public final class RunFile: Sendable {
    public let url: URL
    let database: any DatabaseWriter
    private let lock: FileLock?
    /// A copy that is read in place of the file, and is removed with it.
    private let copy: TemporaryCopy?
    private let isClosed = Mutex(false)

    /// Opens a run for writing; creates it when there is none.
    ///
    /// - Parameters:
    ///   - plan: what this command asks for; more tasks, samples and attempts than the stored plan has are added to it.
    ///   - samples: title and SHA-256 of the texts of every sample of the plan.
    /// - Throws: `UserError` when the file belongs to another plan or another version of a sample, is no run, cannot be
    ///   written, or is being written by another process.
    public init(
        writing url: URL, plan: Plan, label: String, provenance: Provenance, samples: [SampleID: StoredSample]
    ) throws {
        self.url = url
        let folder = url.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw UserError("\(folder.path): cannot be made", remedy: "give an --output in a folder that you may write")
        }
        copy = nil
        if try !RunFileState.isMissing(url) { try RunFileState(of: url).checkUsable() }
        lock = try FileLock(for: url)
        let grow: @Sendable (Database) throws -> Void = { database in
            let stored = try Self.value(Plan.self, "plan", in: database)
            try Self.set("plan", try stored?.grown(by: plan) ?? plan, in: database)
            if stored == nil { try Self.set("label", label, in: database) }
            try Self.set("provenance", provenance, in: database)
            for (id, sample) in samples.sorted(by: { $0.key < $1.key }) {
                try Self.add(sample, id, database, url)
            }
        }
        do {
            // Asked again under the lock: another process may have made it meanwhile.
            if try RunFileState.isMissing(url) {
                try NewDatabase.make(at: url, configuration: Self.configuration()) { database in
                    try Schema.migrator.migrate(database)
                    try database.write(grow)
                }
            }
            let database = try DatabasePool(path: url.path, configuration: Self.configuration())
            guard try database.read(Self.isRun) else { throw Self.foreign(url) }
            try Schema.migrator.migrate(database)
            try database.write(grow)
            try RunFileState.begin(database)
            self.database = database
        } catch {
            throw Self.explain(error, url)
        }
    }

    /// Opens a run for reading, also where nothing may be written.
    ///
    /// - Throws: `UserError` when there is none, or when it cannot be read.
    public init(reading url: URL) throws {
        self.url = url
        lock = nil
        let state = try RunFileState(of: url)
        try state.checkUsable()
        do {
            copy = try state.prepareForReading()
            // A writer may be at work; nothing is written through this connection.
            let database = try DatabaseQueue(
                path: copy?.file.path ?? url.path, configuration: Self.configuration(readonly: copy == nil))
            guard try database.read(Self.isRun) else { throw Self.foreign(url) }
            self.database = database
        } catch {
            throw Self.explain(error, url)
        }
    }

    /// Opens a stored run for writing, without changing its plan: to score it anew.
    ///
    /// - Throws: `UserError` when there is none, when it cannot be written, or when another process works on it.
    public init(scoring url: URL) throws {
        self.url = url
        copy = nil
        try RunFileState(of: url).checkUsable()
        lock = try FileLock(for: url)
        do {
            let database = try DatabasePool(path: url.path, configuration: Self.configuration())
            guard try database.read(Self.isRun) else { throw Self.foreign(url) }
            try Schema.migrator.migrate(database)
            try RunFileState.begin(database)
            self.database = database
        } catch {
            throw Self.explain(error, url)
        }
    }

    /// Ends the work on a run: what SQLite keeps beside the file while it is written goes into the file.
    ///
    /// A run that nobody closed, because the process was killed, is closed when it is opened the next time.
    public func close() {
        let wasClosed = isClosed.withLock { closed in
            defer { closed = true }
            return closed
        }
        guard !wasClosed else { return }
        if lock != nil { try? database.write { try RunFileState.note(isOpen: false, in: $0) } }
        try? database.close()
        if let lock {
            RunFileState.fold(url)
            lock.release()
        }
    }

    deinit { close() }

    public func plan() throws -> Plan { try required("plan") }
    public func label() throws -> String { try required("label") }
    public func provenance() throws -> Provenance { try required("provenance") }

    public func set(provenance: Provenance) throws {
        try database.write { try Self.set("provenance", provenance, in: $0) }
    }

    /// The digests under which the run's samples were asked.
    public func sampleDigests() throws -> [SampleID: String] {
        try database.read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT id, textDigest FROM sample")
            return Dictionary(
                uniqueKeysWithValues: rows.compactMap { row -> (SampleID, String)? in
                    SampleID(row["id"] as String).map { ($0, row["textDigest"]) }
                })
        }
    }

    private func required<Value: Decodable>(_ key: String) throws -> Value {
        guard let value = try Self.explaining(url, { try database.read { try Self.value(Value.self, key, in: $0) } })
        else {
            throw UserError("\(url.path): the run has no \(key)", remedy: "it was never started; run it again")
        }
        return value
    }

    private static func configuration(readonly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 2
        // An attempt that was paid for survives a power cut, not only a crash of the process.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return configuration
    }

    private static func add(_ sample: StoredSample, _ id: SampleID, _ database: Database, _ url: URL) throws {
        let digest = try String.fetchOne(
            database, sql: "SELECT textDigest FROM sample WHERE id = ?", arguments: [id.description])
        if let digest, digest != sample.textDigest {
            throw UserError(
                "\(url.path): was made with another version of \(id)",
                remedy: "give another --output, or the dataset that it was made with")
        }
        try database.execute(
            sql: "INSERT OR IGNORE INTO sample (id, textDigest, title) VALUES (?, ?, ?)",
            arguments: [id.description, sample.textDigest, sample.title])
    }

    private static func value<Value: Decodable>(_ type: Value.Type, _ key: String, in database: Database) throws
        -> Value?
    {
        try String.fetchOne(database, sql: "SELECT value FROM run WHERE key = ?", arguments: [key])
            .map { try JSON.value($0) }
    }

    private static func set(_ key: String, _ value: some Encodable, in database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO run (key, value) VALUES (?, ?)", arguments: [key, try JSON.text(value)])
    }

    private static func explaining<Result>(_ url: URL, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw explain(error, url) }
    }

    private static func isRun(_ database: Database) throws -> Bool {
        try database.tableExists("run") && database.tableExists("attempt")
    }

    private static func foreign(_ url: URL) -> UserError {
        UserError(
            "\(url.path): is a database of another program, no run of secucogen", remedy: "give the path of a run")
    }

    /// What went wrong with a file, for people.
    package static func explain(_ error: any Error, _ url: URL) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            UserError(
                "\(url.path): is damaged, or no run of secucogen",
                remedy: "take it from a backup, or give another --output")
        case .SQLITE_FULL:
            UserError("\(url.path): cannot be written, the disk is full", remedy: "make room; the same command goes on")
        case .SQLITE_READONLY, .SQLITE_PERM:
            UserError("\(url.path): may not be written", remedy: "give an --output in a folder that you may write")
        case .SQLITE_CANTOPEN, .SQLITE_IOERR:
            UserError("\(url.path): cannot be opened or read", remedy: "check the file, its folder and the disk")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            UserError("\(url.path): another program has the file locked", remedy: "wait for it, then try again")
        default:
            UserError(
                "\(url.path): is damaged, or of another version of secucogen",
                remedy: "take it from a backup, or use the version that made it")
        }
    }
}

/// What a run keeps of a sample.
public struct StoredSample: Sendable, Hashable {
    public var title: String
    public var textDigest: String

    public init(title: String, textDigest: String) {
        self.title = title
        self.textDigest = textDigest
    }
}
