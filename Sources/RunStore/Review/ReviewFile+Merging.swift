import EvaluationCore
import Foundation
import GRDB

extension ReviewFile {
    /// Takes over what was said and decided in another copy of this review, and the raters that only that one has.
    ///
    /// - Returns: how many entries are new.
    /// - Throws: `UserError` when it is another review.
    public func merge(_ other: ReviewFile) throws -> Int {
        guard try other.id() == id() else {
            throw UserError(
                "\(other.url.path): is no copy of \(url.path)", remedy: "only copies of one review can be merged")
        }
        let tables = [
            "judgement": ["rater", "item", "submitted", "record"],
            "decision": ["phase", "item", "adjudicator", "submitted", "record"],
        ]
        let rows = try other.reading { database in
            try tables.map { table, columns in
                (
                    table, columns,
                    try Row.fetchAll(database, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table)")
                )
            }
        }
        let newcomers = try Set(other.raters()).subtracting(raters())
        let assignments = try other.reading { database in
            try Row.fetchAll(database, sql: "SELECT rater, item, place FROM assignment").filter {
                newcomers.contains($0["rater"])
            }
        }
        return try writing { database in
            for row in assignments {
                try database.execute(
                    sql: "INSERT INTO assignment (rater, item, place) VALUES (?, ?, ?)",
                    arguments: StatementArguments(Array(row.databaseValues)))
            }
            let before = database.totalChangesCount
            for (table, columns, rows) in rows {
                let places = columns.map { _ in "?" }.joined(separator: ", ")
                let statement = try database.makeStatement(
                    sql: "INSERT OR IGNORE INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))")
                for row in rows { try statement.execute(arguments: StatementArguments(Array(row.databaseValues))) }
            }
            return database.totalChangesCount - before
        }
    }
}
