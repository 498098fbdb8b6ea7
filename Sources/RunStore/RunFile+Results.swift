public import EvaluationCore
import Foundation
import GRDB

extension RunFile {
    /// Everything that a report needs, without the texts.
    public func results() throws -> RunResults {
        let sql = """
            SELECT attempt.sample, attempt.task, attempt.subject, attempt.attemptIndex, finish, inputTokens, outputTokens,
                   latency, refusal, verdict, cause, sandboxLevel, codeBLEU, label
            FROM attempt LEFT JOIN score USING (sample, task, subject, attemptIndex)
            """
        let attempts = try database.read { database in
            // The only thing in memory that grows with the run, so it is held once and no larger than it must be.
            var results: [AttemptResult] = []
            results.reserveCapacity(try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM attempt") ?? 0)
            let rows = try Row.fetchCursor(database, sql: sql)
            let calls = try Self.calls(in: database)
            while let row = try rows.next() {
                results.append(try AttemptResult(row))
                results[results.count - 1].calls = calls[results[results.count - 1].key]
            }
            results.sort { $0.key < $1.key }
            return results
        }
        return RunResults(
            label: try label(), path: url.path, plan: try plan(), provenance: try provenance(), attempts: attempts)
    }

    /// One attempt with its texts, and its score when it has one.
    public func attempt(_ key: AttemptKey) throws -> (attempt: Attempt, score: Score?)? {
        let (condition, arguments) = (Self.condition, Self.arguments(key))
        return try database.read { database in
            guard
                let attempt = try AttemptRecord.fetchOne(
                    database, sql: "SELECT * FROM attempt WHERE \(condition)", arguments: arguments)
            else { return nil }
            let score = try ScoreRecord.fetchOne(
                database, sql: "SELECT * FROM score WHERE \(condition)", arguments: arguments)
            return (try attempt.attempt(), try score?.score())
        }
    }

    /// Calls `body` with every attempt in turn; memory does not grow with their number.
    public func forEachAttempt(_ body: (Attempt, Score?) throws -> Void) throws {
        let keys = try database.read { database in
            try Row.fetchAll(database, sql: "SELECT sample, task, subject, attemptIndex FROM attempt").map(
                AttemptKey.init)
        }
        for key in keys.sorted() {
            if let (attempt, score) = try attempt(key) { try body(attempt, score) }
        }
    }
}

extension AttemptResult {
    fileprivate init(_ row: Row) throws {
        let summary: Summary? =
            if let label = row["label"] as String? {
                .label(try JSON.value(label))
            } else if let verdict = (row["verdict"] as String?).flatMap(Verdict.Kind.init) {
                .code(
                    verdict, cause: row["cause"], sandboxLevel: row["sandboxLevel"], codeBLEU: row["codeBLEU"] ?? 0)
            } else {
                nil
            }
        self.init(
            key: try AttemptKey(row), score: summary,
            finish: (row["finish"] as String?).flatMap(FinishReason.init),
            usage: TokenUsage(input: row["inputTokens"], output: row["outputTokens"]), latency: row["latency"] ?? 0,
            refusal: (row["refusal"] as String?).map { Refusal($0).name })
    }
}
