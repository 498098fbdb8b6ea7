/// References that were parsed and counted, to be compared with many candidates.
public struct PreparedReferences: Sendable {
    struct Reference: Sendable {
        /// Distinct subtrees and how often each occurs.
        var subtrees: [(id: Int32, count: Int32)]
        var subtreeCount: Int
        /// Distinct data-flow edges and how often each occurs.
        var edges: [(id: Int32, count: Int32)]
        var edgeCount: Int
    }

    public let mode: CodeBLEU.Mode
    let ngrams: ReferenceNgrams
    private(set) var subtreeNumbering: SubtreeNumbering
    private(set) var edgeNumbering: DataFlowNumbering
    private(set) var references: [Reference] = []

    init(_ texts: [String], mode: CodeBLEU.Mode) {
        self.mode = mode
        let bytes = texts.map { ContiguousArray($0.utf8) }
        let size = bytes.reduce(0) { $0 + $1.count }
        subtreeNumbering = SubtreeNumbering(capacity: size / 3)
        edgeNumbering = DataFlowNumbering(capacity: size / 8)
        ngrams = Self.withBuffers(of: bytes) { buffers in ReferenceNgrams(buffers.map { Whitespace.stripped($0) }) }
        ParserPool.shared.withParser { parser in
            for text in bytes {
                let cleaned = text.withUnsafeBufferPointer { CleanedTexts(Whitespace.stripped($0), rounds: 1) }
                cleaned.texts[0].withUnsafeBufferPointer { text in
                    parser.withTree(of: text) { add($0, text: text) }
                }
            }
        }
    }

    private mutating func add(_ tree: SyntaxTree, text: UnsafeBufferPointer<UInt8>) {
        let analysis = CodeAnalysis(tree, text: text)
        let subtrees = subtreeNumbering.add(tree)
        let edges = edgeNumbering.add(analysis.flow, of: analysis.tokens)
        references.append(
            Reference(
                subtrees: Self.count(subtrees, below: subtreeNumbering.endID), subtreeCount: subtrees.count,
                edges: Self.count(edges, below: edgeNumbering.endID), edgeCount: edges.count))
    }

    static func count(_ ids: ContiguousArray<Int32>, below end: Int) -> [(id: Int32, count: Int32)] {
        var counts = ContiguousArray<Int32>(repeating: 0, count: end)
        for id in ids { counts[Int(id)] += 1 }
        var result: [(id: Int32, count: Int32)] = []
        for id in ids where counts[Int(id)] > 0 {
            result.append((id, counts[Int(id)]))
            counts[Int(id)] = 0
        }
        return result
    }

    private static func withBuffers<Result>(
        of texts: [ContiguousArray<UInt8>], _ body: ([UnsafeBufferPointer<UInt8>]) -> Result
    ) -> Result {
        func step(_ index: Int, _ buffers: [UnsafeBufferPointer<UInt8>]) -> Result {
            guard index < texts.count else { return body(buffers) }
            return texts[index].withUnsafeBufferPointer { step(index + 1, buffers + [$0]) }
        }
        return step(0, [])
    }
}
