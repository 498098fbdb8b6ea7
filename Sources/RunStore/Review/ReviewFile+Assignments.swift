import EvaluationCore
import GRDB

extension ReviewFile {
    /// Gives items to a rater who has none yet, in an order of their own.
    ///
    /// - Parameter predecessor: they take over what this one has not judged; nil for all items.
    /// - Returns: how many items.
    /// - Throws: `UserError` when the rater has items, or there is nothing to give.
    public func assign(_ rater: String, insteadOf predecessor: String? = nil) throws -> Int {
        guard try !raters().contains(rater) else {
            throw UserError("\(rater) has items already", remedy: "name somebody else")
        }
        var given = try items().map(\.id)
        if let predecessor {
            try checkRater(predecessor)
            let judged = try judgements()[predecessor] ?? [:]
            given = try items(of: predecessor).map(\.id).filter { judged[$0] == nil }.sorted()
        }
        guard !given.isEmpty else { throw UserError("there is nothing left to judge") }
        var generator = SeededGenerator(seed: try plan().seed, stream: "order of \(rater)")
        given.shuffle(using: &generator)
        try writing { database in
            for (place, item) in given.enumerated() {
                try database.execute(
                    sql: "INSERT INTO assignment (rater, item, place) VALUES (?, ?, ?)",
                    arguments: [rater, item, place])
                if let predecessor {
                    try database.execute(
                        sql: "DELETE FROM assignment WHERE rater = ? AND item = ?", arguments: [predecessor, item])
                }
            }
        }
        return given.count
    }
}
