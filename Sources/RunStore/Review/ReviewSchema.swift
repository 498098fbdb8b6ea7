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
        return migrator
    }
}
