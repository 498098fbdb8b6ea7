internal import Foundation

/// Ranks lists of cues by how well they fit a text, by BM25 with cues as terms: a cue that few lists have tells more, and one that
/// is repeated tells little more than one that is there.
///
/// Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3. The text is the
/// document here and each list a query; the document's length is the same for all and plays no part.
struct CueIndex: Sendable {
    private let cues: [[[String]]]
    /// How much a cue tells, by its words.
    private let weights: [[String]: Double]
    /// Where repetition stops to count (`k1` of the source).
    private static let saturation = 1.2

    init(_ lists: [[String]]) {
        cues = lists.map { list in list.map(Self.words).filter { !$0.isEmpty } }
        var counts: [[String]: Int] = [:]
        for list in cues { for cue in Set(list) { counts[cue, default: 0] += 1 } }
        let total = Double(lists.count)
        weights = counts.mapValues { count in log(1 + (total - Double(count) + 0.5) / (Double(count) + 0.5)) }
    }

    /// The positions of the lists that have a cue in the text, the best first, equals in their order.
    func ranked(_ text: String) -> [Int] {
        let words = Self.words(text)
        var places: [String: [Int]] = [:]
        for (place, word) in words.enumerated() { places[word, default: []].append(place) }
        let scores = cues.map { list in
            Set(list).reduce(0.0) { sum, cue in
                let count = Double(Self.count(cue, in: words, places))
                return sum + (weights[cue] ?? 0) * count * (Self.saturation + 1) / (count + Self.saturation)
            }
        }
        return scores.indices.filter { scores[$0] > 0 }.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    }

    private static func count(_ cue: [String], in words: [String], _ places: [String: [Int]]) -> Int {
        (places[cue[0]] ?? []).count { place in
            place + cue.count <= words.count && words[place..<place + cue.count].elementsEqual(cue)
        }
    }

    /// Words in lower case, each without the plural's `s`.
    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
            word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : String(word)
        }
    }
}
