public import EvaluationCore
public import Foundation
import GRDB

extension ReviewFile {
    public func judgements() throws -> [String: [ReviewItem.ID: Judgement]] {
        try reading { database in
            var found: [String: [ReviewItem.ID: Judgement]] = [:]
            let rows = try Row.fetchAll(
                database, sql: "SELECT rater, item, record FROM judgement ORDER BY submitted")
            for row in rows {
                let record = row["record"] as String?
                found[row["rater"], default: [:]][row["item"]] = try record.map { try JSON.value($0) }
            }
            return found
        }
    }

    public func judgements(of rater: String) throws -> [Judgement] {
        try reading { database in
            try String?.fetchAll(
                database,
                sql: """
                    SELECT record FROM judgement AS said WHERE rater = ? AND submitted =
                    (SELECT max(submitted) FROM judgement WHERE rater = said.rater AND item = said.item)
                    ORDER BY submitted
                    """, arguments: [rater]
            ).compactMap { try $0.map { try JSON.value($0) } }
        }
    }

    /// - Parameters:
    ///   - entries: for each item what is said now; nil takes back what was said before.
    ///   - date: of the submission. A clock that was put back does not bring back what was said earlier.
    public func submit(
        _ entries: [ReviewItem.ID: Judgement?], rater: String, date: Date = Date()
    ) throws {
        try writing { database in
            for (item, judgement) in entries.sorted(by: { $0.key < $1.key }) {
                let isGiven = try Bool.fetchOne(
                    database, sql: "SELECT EXISTS (SELECT 1 FROM assignment WHERE rater = ? AND item = ?)",
                    arguments: [rater, item])
                guard isGiven == true else { throw UserError("the item '\(item)' is none of \(rater)'s") }
                let last = try Row.fetchOne(
                    database,
                    sql: """
                        SELECT submitted, record FROM judgement WHERE rater = ? AND item = ?
                        ORDER BY submitted DESC LIMIT 1
                        """, arguments: [rater, item])
                let record = try judgement.map { try JSON.text($0) }
                // A browser that had no answer says it once more.
                guard last == nil ? record != nil : last?["record"] as String? != record else { continue }
                try database.execute(
                    sql: "INSERT INTO judgement (rater, item, submitted, record) VALUES (?, ?, ?, ?)",
                    arguments: [rater, item, Self.next(date, after: last?["submitted"]), record])
            }
        }
    }

    /// Seconds since 1970, behind all that was said before.
    static func next(_ date: Date, after last: Double?) -> Double {
        guard let last, last >= date.timeIntervalSince1970 else { return date.timeIntervalSince1970 }
        return last.nextUp
    }
}
