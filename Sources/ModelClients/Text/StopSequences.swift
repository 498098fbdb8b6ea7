internal import EvaluationCore
internal import Foundation

extension ModelAnswer {
    /// Ends before the first of the sequences, as a server that knows all of them would have ended it.
    mutating func cut(at sequences: [String]) {
        let bytes = Array(text.utf8)
        let ends = sequences.compactMap { sequence in
            sequence.isEmpty ? nil : bytes.firstRange(of: Array(sequence.utf8))?.lowerBound
        }
        guard let end = ends.min() else { return }
        text = String(decoding: bytes[..<end], as: UTF8.self)
        finish = .stop
    }
}
