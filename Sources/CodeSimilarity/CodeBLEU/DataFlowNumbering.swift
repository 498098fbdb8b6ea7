/// Numbers data-flow edges after the names of their variables were replaced by the order of their appearance: two edges
/// get the same number exactly when both have the same relation, variable and parents, in the same order.
struct DataFlowNumbering: Sendable {
    private(set) var table: ChainTable

    init(capacity: Int) {
        table = ChainTable(firstID: 1, capacity: capacity)
    }

    var endID: Int { table.endID }

    mutating func add(_ edges: DataFlowEdges, of tokens: DataFlowTokens) -> ContiguousArray<Int32> {
        Self.number(edges, tokens) { self.table.id(for: $0) }
    }

    /// The same for a candidate; edges that no reference has get -1.
    func find(_ edges: DataFlowEdges, of tokens: DataFlowTokens) -> ContiguousArray<Int32> {
        Self.number(edges, tokens) { self.table.find($0) }
    }

    @inline(__always)
    private static func number(
        _ flow: DataFlowEdges, _ tokens: DataFlowTokens, _ extend: (UInt64) -> Int32
    ) -> ContiguousArray<Int32> {
        var names = ContiguousArray<Int32>(repeating: -1, count: tokens.codes.count)
        var nameCount: Int32 = 0
        var numbers: ContiguousArray<Int32> = []
        numbers.reserveCapacity(flow.edges.count)
        var last: DataFlowEdge?
        var parents: Int32 = 0
        func name(_ code: Int32) -> Int32 {
            if names[Int(code)] < 0 {
                names[Int(code)] = nameCount
                nameCount += 1
            }
            return names[Int(code)]
        }
        var codes: [Int32] = []
        for (index, edge) in flow.edges.enumerated() {
            // The left side of one assignment shares its parents: without this, long sides would multiply.
            let isSame =
                last.map {
                    $0.hasSameParents(as: edge) && $0.isMerged == edge.isMerged && !$0.hasMoreParents
                        && !edge.hasMoreParents
                } ?? false
            if !isSame {
                parents = 0
                readParents(of: edge, flow.moreParents[index], tokens, into: &codes)
                for code in codes {
                    let name = name(code)
                    if parents >= 0 { parents = extend(ChainTable.key(parents, name)) }
                }
                last = edge
            }
            let variable = name(edge.code)
            numbers.append(
                parents < 0 ? -1 : extend(ChainTable.key(parents, variable, label: edge.relation.rawValue)))
        }
        return numbers
    }

    /// The texts of an edge's parents, by number; of a merged edge sorted and each once.
    private static func readParents(
        of edge: DataFlowEdge, _ more: [Range<Int>]?, _ tokens: DataFlowTokens, into codes: inout [Int32]
    ) {
        codes.removeAll(keepingCapacity: true)
        for token in edge.parents where !tokens.isSyntax[token] { codes.append(tokens.code[token]) }
        guard edge.isMerged else { return }
        for token in (more ?? []).joined() where !tokens.isSyntax[token] { codes.append(tokens.code[token]) }
        guard codes.count > 1 else { return }
        codes.sort { tokens.codes.precedes($0, $1) }
        var kept = 1
        for index in 1..<codes.count where codes[index] != codes[kept - 1] {
            codes[kept] = codes[index]
            kept += 1
        }
        codes.removeLast(codes.count - kept)
    }
}
