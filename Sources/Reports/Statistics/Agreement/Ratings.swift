/// Who put what into which category: items in rows, raters in columns.
public struct Ratings: Sendable, Hashable {
    /// The number of categories that there are, whether anybody chose them or not.
    public let categories: Int
    public let raters: Int
    /// For each item, each rater's category from 0 up; nil where a rater did not say.
    public private(set) var items: [[Int?]] = []
    /// For each item, what it shares with others that resemble it: its sample.
    public private(set) var clusters: [String] = []

    public init(categories: Int, raters: Int) {
        precondition(categories > 0 && raters > 0)
        self.categories = categories
        self.raters = raters
    }

    /// - Parameter ratings: one a rater.
    public mutating func add(_ ratings: [Int?], cluster: String) {
        precondition(ratings.count == raters && ratings.allSatisfy { $0.map((0..<categories).contains) ?? true })
        items.append(ratings)
        clusters.append(cluster)
    }

    /// Those of two raters alone.
    public func pair(_ first: Int, _ second: Int) -> Ratings {
        var pair = Ratings(categories: categories, raters: 2)
        for (ratings, cluster) in zip(items, clusters) {
            pair.add([ratings[first], ratings[second]], cluster: cluster)
        }
        return pair
    }

    /// The same ratings in other categories.
    ///
    /// - Parameter meaning: for each category, its new one.
    public func merged(_ meaning: [Int], categories: Int) -> Ratings {
        var merged = Ratings(categories: categories, raters: raters)
        for (ratings, cluster) in zip(items, clusters) {
            merged.add(ratings.map { $0.map { meaning[$0] } }, cluster: cluster)
        }
        return merged
    }

    /// How many items at least two raters judged.
    public var overlap: Int { items.count(where: Self.isShared) }

    var clustersWithOverlap: Int { Set(zip(items, clusters).filter { Self.isShared($0.0) }.map(\.1)).count }

    private static func isShared(_ ratings: [Int?]) -> Bool { ratings.count { $0 != nil } >= 2 }
}
