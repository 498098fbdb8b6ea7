internal import Foundation

/// The two n-gram parts of CodeBLEU.
enum NgramMatch {
    /// What a precision of zero matches is counted as in the default mode (Chen and Cherry 2014, method 1).
    private static let smoothing = 0.1

    /// BLEU with n-grams up to 4 and uniform weights.
    ///
    /// The default mode counts 0.1 matches for an order without any, the strict mode does not smooth.
    static func plain(_ candidate: CandidateNgrams, _ reference: ReferenceNgrams, mode: CodeBLEU.Mode) -> Double {
        let precisions = (1...ReferenceNgrams.maximumOrder).map { order in
            Precision(
                matches: Double(candidate.clippedMatches(order: order, in: reference)),
                total: Double(max(1, candidate.total(order: order))))
        }
        let closest = reference.references.map(\.length).min {
            (abs($0 - candidate.length), $0) < (abs($1 - candidate.length), $1)
        }
        return score(
            precisions, brevityPenalty: brevityPenalty(candidate: candidate.length, reference: closest ?? 0),
            isSmoothed: mode == .reference)
    }

    /// The match in which keywords count five times as much as other tokens.
    static func weighted(_ candidate: CandidateNgrams, _ reference: ReferenceNgrams, mode: CodeBLEU.Mode) -> Double {
        switch mode {
        case .reference: weightedRecall(candidate, reference)
        case .strict: weightedPrecision(candidate, reference)
        }
    }

    /// As the reference implementation has it: the share of each reference's n-grams that the candidate has, weights on
    /// unigrams alone, and a brevity penalty that takes every reference to be 2 tokens long.
    private static func weightedRecall(_ candidate: CandidateNgrams, _ reference: ReferenceNgrams) -> Double {
        let precisions = (1...ReferenceNgrams.maximumOrder).map { order in
            var precision = Precision(matches: 0, total: 0)
            for counts in reference.references.lazy.map({ $0.orders[order - 1] }) {
                var matches = 0.0
                var total = 0.0
                for (id, count) in zip(counts.ids, counts.counts) {
                    var weight = 1.0
                    if order == 1, !reference.isKeyword[Int(id)] { weight = PythonKeywords.otherWeight }
                    matches += Double(min(count, candidate.counts[Int(id)])) * weight
                    total += Double(count) * weight
                }
                precision.matches += matches
                precision.total += max(1, total)
            }
            return precision
        }
        return score(
            precisions, brevityPenalty: brevityPenalty(candidate: candidate.length, reference: 2), isSmoothed: true)
    }

    /// As in section 3.1 of the paper: the weighted precision of unigrams with BLEU's brevity penalty.
    private static func weightedPrecision(_ candidate: CandidateNgrams, _ reference: ReferenceNgrams) -> Double {
        guard candidate.length > 0 else { return 0 }
        var matches = 0.0
        for id in candidate.known[0].lazy.map(Int.init) {
            let weight = reference.isKeyword[id] ? PythonKeywords.keywordWeight : PythonKeywords.otherWeight
            matches += Double(min(candidate.counts[id], reference.greatestCount[id])) * weight
        }
        let total =
            Double(candidate.keywords) * PythonKeywords.keywordWeight
            + Double(candidate.length - candidate.keywords) * PythonKeywords.otherWeight
        let closest = reference.references.map(\.length).min {
            (abs($0 - candidate.length), $0) < (abs($1 - candidate.length), $1)
        }
        return matches / total * brevityPenalty(candidate: candidate.length, reference: closest ?? 0)
    }
}

extension NgramMatch {
    private struct Precision {
        var matches: Double
        var total: Double
    }

    private static func brevityPenalty(candidate: Int, reference: Int) -> Double {
        if candidate > reference { return 1 }
        return candidate == 0 ? 0 : exp(1 - Double(reference) / Double(candidate))
    }

    /// The geometric mean of the precisions; 0 when no unigram matches.
    private static func score(_ precisions: [Precision], brevityPenalty: Double, isSmoothed: Bool) -> Double {
        guard precisions[0].matches > 0 else { return 0 }
        var logarithms = 0.0
        for precision in precisions {
            var matches = precision.matches
            if matches == 0 {
                guard isSmoothed else { return 0 }
                matches = smoothing
            }
            logarithms += log(matches / precision.total) / Double(precisions.count)
        }
        return brevityPenalty * exp(logarithms)
    }
}
