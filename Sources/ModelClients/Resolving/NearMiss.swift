/// Finds what someone meant who mistyped.
package enum NearMiss {
    /// The candidate with the fewest edits from `text`, when these are few for its length.
    package static func suggestion(for text: String, among candidates: [String]) -> String? {
        let nearest = candidates.map { (distance(text, $0), $0) }.min { $0.0 < $1.0 }
        guard let (edits, name) = nearest, edits <= name.count / 3 + 1 else { return nil }
        return name
    }

    /// Levenshtein's distance.
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let substitution = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
