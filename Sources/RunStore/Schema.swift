import GRDB

/// The tables of a run file. A migration is never edited once it has been released: add another.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("attempts and scores") { database in
            try database.create(table: "run") { table in
                table.primaryKey("key", .text)
                table.column("value", .text).notNull()
            }
            try database.create(table: "sample") { table in
                table.primaryKey("id", .text)
                table.column("textDigest", .text).notNull()
                table.column("title", .text).notNull()
            }
            try database.create(table: "attempt") { table in
                table.column("sample", .text).notNull().references("sample")
                table.column("task", .text).notNull()
                table.column("subject", .text).notNull()
                table.column("attemptIndex", .integer).notNull().check { $0 >= 0 }
                table.primaryKey(["sample", "task", "subject", "attemptIndex"])
                table.column("promptDigest", .text).notNull()
                table.column("text", .text)
                table.column("reasoning", .text)
                table.column("refusal", .text)
                table.column("finish", .text)
                table.column("inputTokens", .integer)
                table.column("outputTokens", .integer)
                table.column("latency", .double)
                table.column("retries", .integer)
                table.column("servedModel", .text)
                table.check(sql: "(text IS NULL) <> (refusal IS NULL)")
            }
            try database.create(table: "score") { table in
                table.column("sample", .text).notNull()
                table.column("task", .text).notNull()
                table.column("subject", .text).notNull()
                table.column("attemptIndex", .integer).notNull()
                table.primaryKey(["sample", "task", "subject", "attemptIndex"])
                table.foreignKey(
                    ["sample", "task", "subject", "attemptIndex"], references: "attempt", onDelete: .cascade)
                table.column("scorer", .text).notNull()
                table.column("code", .text)
                table.column("removed", .text)
                table.column("verdict", .text)
                table.column("cause", .text)
                table.column("detail", .text)
                table.column("checks", .text)
                table.column("sandboxLevel", .integer)
                table.column("duration", .double)
                table.column("codeBLEU", .double)
                table.column("ngramMatch", .double)
                table.column("weightedNgramMatch", .double)
                table.column("syntaxMatch", .double)
                table.column("dataFlowMatch", .double)
                table.column("label", .text)
                table.check(sql: "(verdict IS NULL) <> (label IS NULL)")
            }
        }
        migrator.registerMigration("steps of dialogues") { database in
            try database.create(table: "step") { table in
                table.column("sample", .text).notNull().references("sample")
                table.column("task", .text).notNull()
                table.column("subject", .text).notNull()
                table.column("attemptIndex", .integer).notNull().check { $0 >= 0 }
                table.column("number", .integer).notNull().check { $0 >= 0 }
                table.primaryKey(["sample", "task", "subject", "attemptIndex", "number"])
                table.column("name", .text).notNull()
                // JSON: prompt and answer, or a tool's input and output.
                table.column("content", .text).notNull()
                // Nil where a tool was used. Where the server does not count, estimated from the texts.
                table.column("inputTokens", .integer)
                table.column("outputTokens", .integer)
            }
        }
        return migrator
    }
}
