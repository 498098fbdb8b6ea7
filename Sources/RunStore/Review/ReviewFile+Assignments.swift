public import EvaluationCore
import GRDB

extension ReviewFile {
    public func assignments() throws -> [ReviewItem.ID: [String]] {
        try reading { database in
            let rows = try Row.fetchAll(database, sql: "SELECT item, rater FROM assignment ORDER BY rater")
            return Dictionary(grouping: rows) { $0["item"] }.mapValues { $0.map { $0["rater"] } }
        }
    }

    /// Gives a rater the items that they have not got yet, in an order of their own.
    ///
    /// - Parameter predecessor: they take over what this one has not judged, who then has those items no more; nil for all
    ///   items.
    /// - Returns: how many items are new to the rater.
    /// - Throws: `UserError` when there is nothing to give.
    public func assign(_ rater: String, insteadOf predecessor: String? = nil) throws -> Int {
        let known = Set(try items(of: rater).map(\.id))
        let offered = try predecessor.map(unjudged) ?? items().map(\.id)
        var given = offered.filter { !known.contains($0) }
        // What both have and nobody judged is taken away from one of them, although nothing is new to the other.
        guard !(predecessor == nil ? given : offered).isEmpty else { throw UserError("there is nothing left to judge") }
        var generator = SeededGenerator(seed: try plan().seed, stream: "order of \(rater)")
        given.shuffle(using: &generator)
        try writing { database in
            for (place, item) in given.enumerated() {
                try database.execute(
                    sql: "INSERT INTO assignment (rater, item, place) VALUES (?, ?, ?)",
                    arguments: [rater, item, known.count + place])
            }
            for item in predecessor == nil ? [] : offered {
                try database.execute(
                    sql: "DELETE FROM assignment WHERE rater = ? AND item = ?", arguments: [predecessor, item])
            }
        }
        return given.count
    }

    private func unjudged(by rater: String) throws -> [ReviewItem.ID] {
        try checkRater(rater)
        let judged = try judgements()[rater] ?? [:]
        return try items(of: rater).map(\.id).filter { judged[$0] == nil }.sorted()
    }
}
