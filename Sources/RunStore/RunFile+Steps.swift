public import EvaluationCore
import GRDB

extension RunFile {
    /// The steps of an attempt's dialogue in their order; none where the question was asked plainly.
    public func steps(of key: AttemptKey) throws -> [AttemptStep] {
        try database.read { try Self.steps(of: key, in: $0) }
    }

    static func steps(of key: AttemptKey, in database: Database) throws -> [AttemptStep] {
        // A run that an earlier version wrote, and that is only read.
        guard try database.tableExists("step") else { return [] }
        return try StepRecord.fetchAll(
            database, sql: "SELECT * FROM step WHERE \(condition) ORDER BY number", arguments: arguments(key)
        ).map { try $0.step() }
    }

    /// Of each attempt with steps, how many of them are answers of the model.
    static func calls(in database: Database) throws -> [AttemptKey: Int] {
        guard try database.tableExists("step") else { return [:] }
        let sql = """
            SELECT sample, task, subject, attemptIndex, COUNT(inputTokens) AS calls FROM step
            GROUP BY sample, task, subject, attemptIndex
            """
        return try Row.fetchAll(database, sql: sql).reduce(into: [:]) { $0[try AttemptKey($1)] = $1["calls"] }
    }

    static let condition = "sample = ? AND task = ? AND subject = ? AND attemptIndex = ?"

    static func arguments(_ key: AttemptKey) -> StatementArguments {
        [key.sample.description, key.task.rawValue, key.subject.rawValue, key.index]
    }
}

extension RunFileRecorder {
    public func steps(of key: AttemptKey) async throws -> [AttemptStep] {
        try await file.database.read { try RunFile.steps(of: key, in: $0) }
    }

    public func record(_ step: AttemptStep, of key: AttemptKey) async throws {
        let record = try StepRecord(step, of: key)
        try await file.database.write { database in
            try database.execute(
                sql: "DELETE FROM step WHERE \(RunFile.condition) AND number >= ?",
                arguments: RunFile.arguments(key) + [step.number])
            try record.insert(database)
        }
    }
}
