public import EvaluationCore
import GRDB

extension RunFile {
    /// The attempts that got no answer, and why.
    public func refusals() throws -> [AttemptKey: Refusal] {
        try database.read { database in
            let sql = "SELECT sample, task, subject, attemptIndex, refusal FROM attempt WHERE refusal IS NOT NULL"
            let rows = try Row.fetchCursor(database, sql: sql)
            var refusals: [AttemptKey: Refusal] = [:]
            while let row = try rows.next() { refusals[try AttemptKey(row)] = Refusal(row["refusal"] as String) }
            return refusals
        }
    }
}
