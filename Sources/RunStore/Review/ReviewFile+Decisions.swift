public import EvaluationCore
public import Foundation
import GRDB

extension ReviewFile {
    public func decisions() throws -> [Decision.Phase: [ReviewItem.ID: Decision]] {
        try reading { database in
            var found: [Decision.Phase: [ReviewItem.ID: Decision]] = [:]
            let rows = try Row.fetchAll(
                database, sql: "SELECT phase, item, record FROM decision ORDER BY submitted, adjudicator")
            for row in rows {
                guard let phase = Decision.Phase(rawValue: row["phase"]) else { continue }
                let record = row["record"] as String?
                found[phase, default: [:]][row["item"]] = try record.map { try JSON.value($0) }
            }
            return found
        }
    }

    public func decide(
        _ decision: Decision?, of item: ReviewItem.ID, in phase: Decision.Phase, by adjudicator: String,
        date: Date = Date()
    ) throws {
        try writing { database in
            let isThere = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM item WHERE id = ?)", arguments: [item])
            guard isThere == true else { throw UserError("the review has no item '\(item)'") }
            let last = try Row.fetchOne(
                database,
                sql: """
                    SELECT submitted, record FROM decision WHERE phase = ? AND item = ?
                    ORDER BY submitted DESC, adjudicator DESC LIMIT 1
                    """, arguments: [phase.rawValue, item])
            let record = try decision.map { try JSON.text($0) }
            guard last == nil ? record != nil : last?["record"] as String? != record else { return }
            try database.execute(
                sql: "INSERT INTO decision (phase, item, adjudicator, submitted, record) VALUES (?, ?, ?, ?, ?)",
                arguments: [phase.rawValue, item, adjudicator, Self.next(date, after: last?["submitted"]), record])
        }
    }
}
