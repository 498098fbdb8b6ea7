public import EvaluationCore
public import Foundation
import GRDB

/// A review in one SQLite file: what is judged, by whom, and what was said.
public final class ReviewFile: ReviewStore {
    public let url: URL
    private let database: DatabaseQueue

    /// Makes a new review.
    ///
    /// - Parameters:
    ///   - datasetDigest: of the texts that raters see.
    ///   - assignments: for each rater, items in the order in which they are to be judged.
    /// - Throws: `UserError` when the file is there already or cannot be written.
    public init(
        creating url: URL, plan: ReviewPlan, datasetDigest: String, draw: ReviewDraw,
        assignments: [String: [ReviewItem.ID]]
    ) throws {
        self.url = url
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            let lock = try FileLock(for: url)
            defer { lock.release() }
            guard !FileManager.default.fileExists(atPath: url.path) else {
                throw UserError("\(url.path): is there already", remedy: "give another name, or remove it")
            }
            try NewDatabase.make(at: url, configuration: Self.configuration) { database in
                try ReviewSchema.migrator.migrate(database)
                try database.write { try Self.fill($0, plan, datasetDigest, draw, assignments) }
            }
            database = try DatabaseQueue(path: url.path, configuration: Self.configuration)
        } catch {
            throw Self.explain(error, url)
        }
    }

    private static func fill(
        _ database: Database, _ plan: ReviewPlan, _ datasetDigest: String, _ draw: ReviewDraw,
        _ assignments: [String: [ReviewItem.ID]]
    ) throws {
        try set("id", UUID().uuidString, database)
        try set("plan", plan, database)
        try set("dataset", datasetDigest, database)
        for item in draw.items {
            try database.execute(
                sql: "INSERT INTO item (id, sample, code) VALUES (?, ?, ?)",
                arguments: [item.id, item.sample.description, WholeText(item.code)])
        }
        for source in draw.sources {
            try database.execute(
                sql: "INSERT OR IGNORE INTO source (item, record) VALUES (?, ?)",
                arguments: [source.item, try JSON.text(source)])
        }
        for (rater, items) in assignments {
            for (place, item) in items.enumerated() {
                try database.execute(
                    sql: "INSERT INTO assignment (rater, item, place) VALUES (?, ?, ?)",
                    arguments: [rater, item, place])
            }
        }
    }

    /// - Throws: `UserError` when there is none, or it is no review.
    public init(opening url: URL) throws {
        self.url = url
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw UserError("\(url.path): there is no such review", remedy: "`secucogen review create` makes one")
        }
        do {
            database = try DatabaseQueue(path: url.path, configuration: Self.configuration)
            guard try database.read({ try $0.tableExists("review") && $0.tableExists("judgement") }) else {
                throw UserError("\(url.path): is no review", remedy: "`secucogen review create` makes one")
            }
            try ReviewSchema.migrator.migrate(database)
        } catch {
            throw Self.explain(error, url)
        }
    }

    /// Makes many small submissions quick, as long as a server runs: each is one write to a log beside the file instead of
    /// three to the file. After a kill the log is taken in when the file is next opened.
    public func beginServing() throws { try setJournal("WAL") }
    /// The review is one file again.
    public func endServing() throws { try setJournal("DELETE") }

    private func setJournal(_ mode: String) throws {
        do {
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = \(mode)") }
        } catch {
            throw Self.explain(error, url)
        }
    }

    public func plan() throws -> ReviewPlan { try value("plan") }
    /// The same in every copy of the review.
    public func id() throws -> String { try value("id") }
    public func datasetDigest() throws -> String { try value("dataset") }

    /// In the order of their samples.
    public func items() throws -> [ReviewItem] {
        try reading { try Self.items($0, sql: "SELECT * FROM item").sorted { ($0.sample, $0.id) < ($1.sample, $1.id) } }
    }

    /// Those of a rater, in the rater's order.
    public func items(of rater: String) throws -> [ReviewItem] {
        try reading { database in
            try Self.items(
                database,
                sql: "SELECT item.* FROM item JOIN assignment ON item = id WHERE rater = ? ORDER BY place",
                arguments: [rater])
        }
    }

    public func item(_ id: ReviewItem.ID, of rater: String) throws -> ReviewItem? {
        try reading { database in
            try Self.items(
                database, sql: "SELECT item.* FROM item JOIN assignment ON item = id WHERE rater = ? AND id = ?",
                arguments: [rater, id]
            ).first
        }
    }

    /// By name.
    public func raters() throws -> [String] {
        try reading { try String.fetchAll($0, sql: "SELECT DISTINCT rater FROM assignment ORDER BY rater") }
    }

    public func sources() throws -> [ReviewSource] {
        try reading { database in
            try String.fetchAll(database, sql: "SELECT record FROM source ORDER BY item, record").map {
                try JSON.value($0)
            }
        }
    }

    private static func items(
        _ database: Database, sql: String, arguments: StatementArguments = StatementArguments()
    ) throws -> [ReviewItem] {
        try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
            guard let sample = SampleID(row["sample"] as String) else {
                throw UserError("'\(row["sample"] as String)' is no sample", remedy: "the review's file is damaged")
            }
            return ReviewItem(id: row["id"], sample: sample, code: (row["code"] as WholeText).text)
        }
    }

    private func value<Value: Decodable>(_ key: String) throws -> Value {
        let text = try reading {
            try String.fetchOne($0, sql: "SELECT value FROM review WHERE key = ?", arguments: [key])
        }
        guard let text else { throw UserError("\(url.path): has no \(key)", remedy: "the review's file is damaged") }
        return try JSON.value(text)
    }

    private static func set(_ key: String, _ value: some Encodable, _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO review (key, value) VALUES (?, ?)", arguments: [key, try JSON.text(value)])
    }

    func reading<Result>(_ body: (Database) throws -> Result) throws -> Result {
        do { return try database.read(body) } catch { throw Self.explain(error, url) }
    }

    func writing<Result>(_ body: (Database) throws -> Result) throws -> Result {
        do { return try database.write(body) } catch { throw Self.explain(error, url) }
    }

    private static func explain(_ error: any Error, _ url: URL) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: UserError("\(url.path): is damaged, or no review of secucogen")
        case .SQLITE_FULL: UserError("\(url.path): cannot be written, the disk is full", remedy: "make room")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            UserError("\(url.path): cannot be opened or written", remedy: "check the file and who may write it")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            UserError("\(url.path): another program has the file locked", remedy: "wait for it, then try again")
        default: UserError("\(url.path): \(error.message ?? "cannot be used")")
        }
    }

    /// A judgement that was submitted survives a power cut.
    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return configuration
    }
}
