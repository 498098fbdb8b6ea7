public import EvaluationCore
public import Foundation
import GRDB

/// One run in one SQLite file: its plan, versions, attempts and scores.
///
/// Writing takes a lock; reading a run that is being written is fine.
public final class RunFile: Sendable {
    public let url: URL
    let database: any DatabaseWriter
    private let lock: FileLock?

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
        lock = try FileLock(for: url)
        do {
            let database = try DatabasePool(path: url.path, configuration: Self.configuration())
            try Schema.migrator.migrate(database)
            self.database = database
        } catch {
            throw Self.explain(error, url)
        }
        try database.write { database in
            let stored = try Self.value(Plan.self, "plan", in: database)
            try Self.set("plan", try stored?.grown(by: plan) ?? plan, in: database)
            if stored == nil { try Self.set("label", label, in: database) }
            try Self.set("provenance", provenance, in: database)
            for (id, sample) in samples.sorted(by: { $0.key < $1.key }) {
                try Self.add(sample, id, database, url)
            }
        }
    }

    /// Opens a run for reading.
    public init(reading url: URL) throws {
        self.url = url
        lock = nil
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw UserError("\(url.path): there is no such run", remedy: "`secucogen run` prints the path of each run")
        }
        do {
            // A pool, because a writer may be at work; nothing is written through it.
            let database = try DatabasePool(path: url.path, configuration: Self.configuration(readonly: true))
            guard try database.read({ try $0.tableExists("run") && $0.tableExists("attempt") }) else {
                throw UserError("\(url.path): is no run of secucogen")
            }
            self.database = database
        } catch {
            throw Self.explain(error, url)
        }
    }

    /// Opens a stored run for writing, without changing its plan: to score it anew.
    public init(scoring url: URL) throws {
        self.url = url
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw UserError("\(url.path): there is no such run", remedy: "`secucogen run` prints the path of each run")
        }
        lock = try FileLock(for: url)
        do {
            let database = try DatabasePool(path: url.path, configuration: Self.configuration())
            guard try database.read({ try $0.tableExists("run") && $0.tableExists("attempt") }) else {
                throw UserError("\(url.path): is no run of secucogen")
            }
            self.database = database
        } catch {
            throw Self.explain(error, url)
        }
    }

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
        guard let value = try database.read({ try Self.value(Value.self, key, in: $0) }) else {
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

    private static func explain(_ error: any Error, _ url: URL) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            UserError("\(url.path): is no run of secucogen, or is damaged", remedy: "give another --output")
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_FULL:
            UserError("\(url.path): cannot be written (\(error.message ?? "unknown reason"))")
        default: error
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
