public import EvaluationCore
import GRDB

extension RunFile {
    /// Why attempts were judged as they were or refused, one line each; those without a reason are missing.
    public func reasons() throws -> [AttemptKey: String] {
        try database.read { database in
            let sql = """
                SELECT attempt.sample, attempt.task, attempt.subject, attempt.attemptIndex, COALESCE(detail, refusal) AS reason
                FROM attempt LEFT JOIN score USING (sample, task, subject, attemptIndex)
                WHERE detail IS NOT NULL OR refusal IS NOT NULL
                """
            let rows = try Row.fetchCursor(database, sql: sql)
            var reasons: [AttemptKey: String] = [:]
            while let row = try rows.next() {
                reasons[try AttemptKey(row)] = (row["reason"] as WholeText?)?.text
            }
            return reasons
        }
    }

    /// A number that changes whenever somebody else has changed the file.
    public func dataVersion() throws -> Int {
        try database.read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }
}
