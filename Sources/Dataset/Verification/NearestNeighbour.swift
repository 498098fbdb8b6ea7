package import EvaluationCore
import Foundation

/// How alike two Problems are: the cosine of their word vectors, each word weighted by how few Problems use it (tf-idf;
/// Salton and Buckley 1988, https://doi.org/10.1016/0306-4573(88)90021-0). 0 shares nothing, 1 is the same text.
package struct NearestNeighbour: Sendable {
    package let sample: SampleID
    package let other: SampleID
    package let similarity: Double

    package static func all(in samples: [Sample]) -> [NearestNeighbour] {
        let vectors = vectors(of: samples.map(\.problem))
        return samples.indices.compactMap { index in
            let nearest = samples.indices.filter { $0 != index }
                .map { (index: $0, similarity: cosine(vectors[index], vectors[$0])) }
                .max { $0.similarity < $1.similarity }
            return nearest.map {
                NearestNeighbour(sample: samples[index].id, other: samples[$0.index].id, similarity: $0.similarity)
            }
        }
    }

    private static func vectors(of texts: [String]) -> [[String: Double]] {
        let counts = texts.map { text in
            Dictionary(words(of: text).map { ($0, 1.0) }, uniquingKeysWith: +)
        }
        let holders = Dictionary(counts.flatMap { $0.keys.map { ($0, 1.0) } }, uniquingKeysWith: +)
        return counts.map { vector in
            let weighted = vector.map { word, count in
                (word, (1 + log(count)) * log((1 + Double(texts.count)) / (holders[word] ?? 1)))
            }
            let norm = weighted.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
            return Dictionary(uniqueKeysWithValues: weighted.map { ($0.0, norm > 0 ? $0.1 / norm : 0) })
        }
    }

    private static func cosine(_ left: [String: Double], _ right: [String: Double]) -> Double {
        left.reduce(0) { $0 + $1.value * (right[$1.key] ?? 0) }
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && $0 != "_" }.map(String.init).filter { $0.count > 2 }
    }
}
