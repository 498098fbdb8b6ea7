/// The n-grams of a candidate that its references know.
struct CandidateNgrams {
    /// By n-gram number of the references.
    private(set) var counts: ContiguousArray<Int32>
    /// Distinct known n-grams by order, from 1.
    private(set) var known: [ContiguousArray<Int32>]
    /// Number of tokens.
    private(set) var length = 0
    /// Number of tokens that are keywords.
    private(set) var keywords = 0

    /// - Parameter countsKeywords: only strict mode wants their number.
    init(_ text: UnsafeBufferPointer<UInt8>, in reference: ReferenceNgrams, countsKeywords: Bool) {
        var sequence: ContiguousArray<Int32> = []
        sequence.reserveCapacity(text.count / 5)
        var keywords = 0
        ReferenceNgrams.forEachToken(in: text) { token in
            sequence.append(reference.tokens.find(token))
            if countsKeywords, PythonKeywords.table.find(token) >= 0 { keywords += 1 }
        }
        self.keywords = keywords
        length = sequence.count
        counts = ContiguousArray(repeating: 0, count: reference.ngrams.endID)
        known = []
        var ids = sequence
        for order in 1...ReferenceNgrams.maximumOrder {
            var distinct: ContiguousArray<Int32> = []
            for start in 0..<max(0, sequence.count - order + 1) {
                if order > 1 {
                    let element = sequence[start + order - 1]
                    ids[start] =
                        ids[start] < 0 || element < 0
                        ? -1 : reference.ngrams.find(ChainTable.key(ids[start], element))
                }
                guard ids[start] >= 0 else { continue }
                let id = Int(ids[start])
                if counts[id] == 0 { distinct.append(Int32(id)) }
                counts[id] += 1
            }
            known.append(distinct)
        }
    }

    /// How many n-grams of an order the candidate has.
    func total(order: Int) -> Int {
        max(0, length - order + 1)
    }

    /// Occurrences of an order's n-grams, each at most as often as in the reference that has it most often.
    func clippedMatches(order: Int, in reference: ReferenceNgrams) -> Int {
        known[order - 1].reduce(0) { $0 + Int(min(counts[Int($1)], reference.greatestCount[Int($1)])) }
    }
}
