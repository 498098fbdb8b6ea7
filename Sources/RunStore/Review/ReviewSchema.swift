import GRDB

/// The tables of a review file. A migration is never edited once it has been released: add another.
enum ReviewSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("items and judgements") { database in
            try database.create(table: "review") { table in
                table.primaryKey("key", .text)
                table.column("value", .text).notNull()
            }
            try database.create(table: "item") { table in
                table.primaryKey("id", .text)
                table.column("sample", .text).notNull()
                table.column("code", .text).notNull()
            }
            try database.create(table: "source") { table in
                table.column("item", .text).notNull().references("item")
                table.column("record", .text).notNull()
                table.primaryKey(["item", "record"])
            }
            try database.create(table: "assignment") { table in
                table.column("rater", .text).notNull()
                table.column("item", .text).notNull().references("item")
                table.column("place", .integer).notNull()
                table.primaryKey(["rater", "item"])
            }
            // Nothing is ever changed here: the latest entry of a rater and an item counts, so that copies of a review
            // that were worked on apart are merged by putting their entries together.
            try database.create(table: "judgement") { table in
                table.column("rater", .text).notNull()
                table.column("item", .text).notNull().references("item")
                table.column("submitted", .double).notNull()
                table.column("record", .text)
                table.primaryKey(["rater", "item", "submitted"])
            }
        }
        migrator.registerMigration("decisions and links") { database in
            // As with judgements, the latest of a phase and an item counts.
            try database.create(table: "decision") { table in
                table.column("phase", .text).notNull()
                table.column("item", .text).notNull().references("item")
                table.column("adjudicator", .text).notNull()
                table.column("submitted", .double).notNull()
                table.column("record", .text)
                table.primaryKey(["phase", "item", "submitted", "adjudicator"])
            }
            // The digest alone: who reads the file cannot sign in with it. A copy's links hold where they were given out.
            try database.create(table: "link") { table in
                table.primaryKey("digest", .text)
                table.column("role", .text).notNull()
                table.column("person", .text).notNull()
                table.uniqueKey(["role", "person"])
            }
        }
        return migrator
    }
}
