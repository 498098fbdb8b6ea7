public import EvaluationCore
import GRDB

/// Writes attempts and scores of one run; scores of another scorer are out of date.
public struct RunFileRecorder: RunRecorder {
    let file: RunFile
    /// Digest of everything a score depends on.
    private let scorer: String

    public init(_ file: RunFile, scorer: String) {
        self.file = file
        self.scorer = scorer
    }

    public func finishedAttempts() async throws -> Set<AttemptKey> {
        try await file.database.read { database in
            let rows = try Row.fetchCursor(database, sql: "SELECT sample, task, subject, attemptIndex FROM attempt")
            var keys: Set<AttemptKey> = []
            while let row = try rows.next() { keys.insert(try AttemptKey(row)) }
            return keys
        }
    }

    public func spentTokens() async throws -> SpentTokens {
        try await file.database.read { database in
            // Three bytes a token, as budgets reckon where nobody has counted. Of an attempt with steps these count.
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT SUM(input) AS input, SUM(output) AS output FROM (
                        SELECT inputTokens AS input, COALESCE(outputTokens, (LENGTH(CAST(text AS BLOB)) + 2) / 3) AS output
                        FROM attempt WHERE text IS NOT NULL AND NOT \(Self.hasSteps)
                        UNION ALL
                        SELECT inputTokens, outputTokens FROM step
                    )
                    """)
            let keys = try Row.fetchAll(
                database,
                sql: """
                    SELECT sample, task, subject, attemptIndex FROM attempt
                    WHERE text IS NOT NULL AND inputTokens IS NULL AND NOT \(Self.hasSteps)
                    """
            ).map(AttemptKey.init)
            return SpentTokens(
                input: row?["input"] ?? 0, output: row?["output"] ?? 0, uncountedPrompts: keys.sorted())
        }
    }

    private static let hasSteps = """
        EXISTS (
            SELECT 1 FROM step WHERE step.sample = attempt.sample AND step.task = attempt.task
                AND step.subject = attempt.subject AND step.attemptIndex = attempt.attemptIndex
        )
        """

    /// One that was refused before, and its score, give way.
    public func record(_ attempts: [Attempt]) async throws {
        try await file.database.write { database in
            for attempt in attempts {
                try database.execute(
                    sql: "DELETE FROM attempt WHERE \(RunFile.condition) AND refusal IS NOT NULL",
                    arguments: RunFile.arguments(attempt.key))
                try AttemptRecord(attempt).insert(database)
            }
        }
    }

    /// Those never scored, those scored by another scorer, and those whose scoring failed on our side.
    public func unscoredAttempts(limit: Int) async throws -> [Attempt] {
        let sql = """
            SELECT attempt.* FROM attempt LEFT JOIN score USING (sample, task, subject, attemptIndex)
            WHERE score.scorer IS NULL OR score.scorer <> ? OR score.verdict = 'harness-error'
            ORDER BY score.verdict IS NOT NULL, attempt.task, attempt.sample, attempt.subject, attempt.attemptIndex
            LIMIT ?
            """
        return try await file.database.read { [scorer] database in
            try AttemptRecord.fetchAll(database, sql: sql, arguments: [scorer, limit]).map { try $0.attempt() }
        }
    }

    /// How many `unscoredAttempts` would give without a limit.
    public func unscoredCount() async throws -> Int {
        let sql = """
            SELECT COUNT(*) FROM attempt LEFT JOIN score USING (sample, task, subject, attemptIndex)
            WHERE score.scorer IS NULL OR score.scorer <> ? OR score.verdict = 'harness-error'
            """
        return try await file.database.read { [scorer] database in
            try Int.fetchOne(database, sql: sql, arguments: [scorer]) ?? 0
        }
    }

    public func record(_ scores: [Score]) async throws {
        try await file.database.write { [scorer] database in
            for score in scores { try ScoreRecord(score, scorer: scorer).insert(database) }
        }
    }
}

extension AttemptKey {
    init(_ row: Row) throws {
        try self.init(
            sample: row["sample"], task: row["task"], subject: row["subject"], index: row["attemptIndex"])
    }
}
