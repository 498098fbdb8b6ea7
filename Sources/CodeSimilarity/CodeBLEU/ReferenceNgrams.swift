/// The n-grams, n from 1 to 4, of one or more references, counted once.
struct ReferenceNgrams: Sendable {
    static let maximumOrder = 4

    /// One reference's n-grams of one order.
    struct Counts: Sendable {
        /// Distinct n-grams in the order of their first appearance.
        var ids: ContiguousArray<Int32> = []
        var counts: ContiguousArray<Int32> = []
    }

    struct Reference: Sendable {
        var length: Int
        /// By order, from 1.
        var orders: [Counts]
    }

    private(set) var tokens: ByteTable
    private(set) var ngrams: ChainTable
    /// By token number: whether it is a keyword.
    private(set) var isKeyword: ContiguousArray<Bool> = []
    private(set) var references: [Reference] = []
    /// By n-gram number: the greatest count in one reference.
    private(set) var greatestCount: ContiguousArray<Int32> = []

    /// - Parameter texts: the references without white space at either end.
    init(_ texts: [UnsafeBufferPointer<UInt8>]) {
        let guess = texts.reduce(0) { $0 + $1.count } / 6 + 8
        var tokens = ByteTable(capacity: guess)
        let sequences = texts.map { text in
            var sequence: ContiguousArray<Int32> = []
            sequence.reserveCapacity(text.count / 5)
            Self.forEachToken(in: text) { sequence.append(tokens.id(for: $0)) }
            return sequence
        }
        self.tokens = tokens
        // Tokens are their own unigrams; longer n-grams are numbered after them.
        ngrams = ChainTable(firstID: Int32(tokens.count), capacity: 3 * guess)
        markKeywords()
        references = sequences.map { count($0) }
        greatestCount = ContiguousArray(repeating: 0, count: ngrams.endID)
        for counts in references.lazy.flatMap(\.orders) {
            for (id, count) in zip(counts.ids, counts.counts) {
                greatestCount[Int(id)] = max(greatestCount[Int(id)], count)
            }
        }
    }

    @inline(__always)
    static func forEachToken(
        in text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var position = 0
        var start = 0
        while position < text.count {
            let length = Whitespace.length(in: text, at: position)
            if length == 0 {
                position += 1
                continue
            }
            if position > start { body(UnsafeBufferPointer(rebasing: text[start..<position])) }
            position += length
            start = position
        }
        if position > start { body(UnsafeBufferPointer(rebasing: text[start..<position])) }
    }

    private mutating func markKeywords() {
        isKeyword = ContiguousArray(repeating: false, count: tokens.count)
        for var word in PythonKeywords.words {
            let id = word.withUTF8 { tokens.find($0) }
            if id >= 0 { isKeyword[Int(id)] = true }
        }
    }

    private mutating func count(_ sequence: ContiguousArray<Int32>) -> Reference {
        var orders: [Counts] = []
        // The n-gram that begins at each position, made one longer in each round.
        var ids = sequence
        // By n-gram number: one more than its place in this order's list.
        var places = ContiguousArray<Int32>(repeating: 0, count: tokens.count)
        for order in 1...Self.maximumOrder {
            var counts = Counts()
            let last = sequence.count - order
            for start in 0..<max(0, last + 1) {
                if order > 1 {
                    ids[start] = ngrams.id(for: ChainTable.key(ids[start], sequence[start + order - 1]))
                }
                let id = Int(ids[start])
                while places.count <= id { places.append(0) }
                if places[id] == 0 {
                    counts.ids.append(Int32(id))
                    counts.counts.append(1)
                    places[id] = Int32(counts.ids.count)
                } else {
                    counts.counts[Int(places[id]) - 1] += 1
                }
            }
            orders.append(counts)
        }
        return Reference(length: sequence.count, orders: orders)
    }
}
