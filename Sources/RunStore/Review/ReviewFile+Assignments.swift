import EvaluationCore
import GRDB

extension ReviewFile {
    /// Gives a rater the items that they have not got yet, in an order of their own.
    ///
    /// - Parameter predecessor: they take over what this one has not judged, who then has those items no more; nil for all
    ///   items.
    /// - Returns: how many items are new to the rater.
    /// - Throws: `UserError` when there is nothing to give.
    public func assign(_ rater: String, insteadOf predecessor: String? = nil) throws -> Int {
        let known = try items(of: rater).map(\.id)
        var given = try items().map(\.id)
        if let predecessor {
            try checkRater(predecessor)
            let judged = try judgements()[predecessor] ?? [:]
            given = try items(of: predecessor).map(\.id).filter { judged[$0] == nil }.sorted()
        }
        let left = given
        given.removeAll(where: Set(known).contains)
        guard !(predecessor == nil ? given : left).isEmpty else { throw UserError("there is nothing left to judge") }
        var generator = SeededGenerator(seed: try plan().seed, stream: "order of \(rater)")
        given.shuffle(using: &generator)
        try writing { database in
            for (place, item) in given.enumerated() {
                try database.execute(
                    sql: "INSERT INTO assignment (rater, item, place) VALUES (?, ?, ?)",
                    arguments: [rater, item, known.count + place])
            }
            for item in predecessor == nil ? [] : left {
                try database.execute(
                    sql: "DELETE FROM assignment WHERE rater = ? AND item = ?", arguments: [predecessor, item])
            }
        }
        return given.count
    }
}
