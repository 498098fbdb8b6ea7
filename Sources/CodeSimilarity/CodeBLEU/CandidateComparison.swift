internal import EvaluationCore

/// One candidate against its references.
struct CandidateComparison {
    private let references: PreparedReferences
    private let ngrams: CandidateNgrams
    /// By round of comment removal: how often each known subtree and each known edge occurs.
    private var rounds: [(subtrees: ContiguousArray<Int32>, edges: ContiguousArray<Int32>)] = []

    init(_ candidate: String, _ references: PreparedReferences) {
        self.references = references
        var candidate = candidate
        (ngrams, rounds) = candidate.withUTF8 { buffer in
            let text = Whitespace.stripped(buffer)
            let ngrams = CandidateNgrams(text, in: references.ngrams, countsKeywords: references.mode == .strict)
            let cleaned = CleanedTexts(text, rounds: references.references.count)
            let rounds = ParserPool.shared.withParser { parser in
                cleaned.texts.map { text in
                    text.withUnsafeBufferPointer { text in
                        parser.withTree(of: text) { Self.count($0, text: text, references) }
                    }
                }
            }
            return (ngrams, rounds)
        }
    }

    private static func count(
        _ tree: SyntaxTree, text: UnsafeBufferPointer<UInt8>, _ references: PreparedReferences
    ) -> (ContiguousArray<Int32>, ContiguousArray<Int32>) {
        let analysis = CodeAnalysis(tree, text: text)
        var subtrees = ContiguousArray<Int32>(repeating: 0, count: references.subtreeNumbering.endID)
        for id in references.subtreeNumbering.find(tree) { subtrees[Int(id)] += 1 }
        var edges = ContiguousArray<Int32>(repeating: 0, count: references.edgeNumbering.endID)
        for id in references.edgeNumbering.find(analysis.flow, of: analysis.tokens) where id >= 0 {
            edges[Int(id)] += 1
        }
        return (subtrees, edges)
    }

    func score(weights: CodeBLEU.Weights) -> CodeBLEUScore {
        let mode = references.mode
        let plain = NgramMatch.plain(ngrams, references.ngrams, mode: mode)
        let weighted = NgramMatch.weighted(ngrams, references.ngrams, mode: mode)
        let syntax = share {
            syntaxMatches($0, $1)
        } of: {
            $0.subtreeCount
        }
        var dataFlow = share {
            edgeMatches($0, $1)
        } of: {
            $0.edgeCount
        }
        // A data-flow part of 0 counts as 1 in the reference implementation's sum: 0 stands for "no data flow" there.
        // The paper leaves the case open; in strict mode a reference without data flow is matched by anything.
        if mode == .strict, references.references.contains(where: { $0.edgeCount == 0 }) { dataFlow = 1 }
        let counted = mode == .reference && dataFlow == 0 ? 1 : dataFlow
        let sum =
            weights.ngram * plain + weights.weightedNgram * weighted + weights.syntax * syntax
            + weights.dataFlow * counted
        return CodeBLEUScore(
            codeBLEU: sum, ngramMatch: plain, weightedNgramMatch: weighted, syntaxMatch: syntax,
            dataFlowMatch: dataFlow)
    }

    /// Matches over all references as a share of their total, or the best reference's share in strict mode.
    private func share(
        _ matches: (PreparedReferences.Reference, Int) -> Int, of total: (PreparedReferences.Reference) -> Int
    ) -> Double {
        let parts = references.references.enumerated().map { index, reference in
            (matches(reference, min(index, rounds.count - 1)), total(reference))
        }
        switch references.mode {
        case .reference:
            let total = parts.reduce(0) { $0 + $1.1 }
            return total == 0 ? 0 : Double(parts.reduce(0) { $0 + $1.0 }) / Double(total)
        case .strict:
            return parts.map { $0.1 == 0 ? 0 : Double($0.0) / Double($0.1) }.max() ?? 0
        }
    }

    /// The reference implementation counts every subtree of the reference that the candidate has at all; the paper
    /// counts the candidate's, each at most as often as the reference has it.
    private func syntaxMatches(_ reference: PreparedReferences.Reference, _ round: Int) -> Int {
        let counts = rounds[round].subtrees
        return reference.subtrees.reduce(0) { sum, subtree in
            let found = counts[Int(subtree.id)]
            return sum + Int(references.mode == .strict ? min(found, subtree.count) : found > 0 ? subtree.count : 0)
        }
    }

    private func edgeMatches(_ reference: PreparedReferences.Reference, _ round: Int) -> Int {
        let counts = rounds[round].edges
        return reference.edges.reduce(0) { $0 + Int(min(counts[Int($1.id)], $1.count)) }
    }
}
