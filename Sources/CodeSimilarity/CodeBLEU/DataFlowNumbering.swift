/// Numbers data-flow edges after the names of their variables were replaced by the order of their appearance: two edges
/// get the same number exactly when both have the same relation, variable and parents, in the same order.
struct DataFlowNumbering: Sendable {
    private(set) var table: ChainTable

    init(capacity: Int) {
        table = ChainTable(firstID: 1, capacity: capacity)
    }

    var endID: Int { table.endID }

    mutating func add(_ edges: [DataFlowEdge], of tokens: DataFlowTokens) -> ContiguousArray<Int32> {
        Self.number(edges, tokens) { self.table.id(for: $0) }
    }

    /// The same for a candidate; edges that no reference has get -1.
    func find(_ edges: [DataFlowEdge], of tokens: DataFlowTokens) -> ContiguousArray<Int32> {
        Self.number(edges, tokens) { self.table.find($0) }
    }

    @inline(__always)
    private static func number(
        _ edges: [DataFlowEdge], _ tokens: DataFlowTokens, _ extend: (UInt64) -> Int32
    ) -> ContiguousArray<Int32> {
        var names = ContiguousArray<Int32>(repeating: -1, count: tokens.codes.count)
        var nameCount: Int32 = 0
        var numbers: ContiguousArray<Int32> = []
        numbers.reserveCapacity(edges.count)
        var last: DataFlowEdge?
        var parents: Int32 = 0
        func name(_ code: Int32) -> Int32 {
            if names[Int(code)] < 0 {
                names[Int(code)] = nameCount
                nameCount += 1
            }
            return names[Int(code)]
        }
        for edge in edges {
            // The left side of one assignment shares its parents: without this, long sides would multiply.
            let isSame =
                last.map {
                    $0.parents == edge.parents && $0.isMerged == edge.isMerged && $0.moreParents.isEmpty
                        && edge.moreParents.isEmpty
                } ?? false
            if !isSame {
                parents = 0
                for code in parentCodes(of: edge, tokens) {
                    let name = name(code)
                    if parents >= 0 { parents = extend(ChainTable.key(parents, name)) }
                }
                last = edge
            }
            let variable = name(edge.code)
            let label = edge.relation == .comesFrom ? UInt8(1) : 2
            numbers.append(parents < 0 ? -1 : extend(ChainTable.key(parents, variable, label: label)))
        }
        return numbers
    }

    private static func parentCodes(of edge: DataFlowEdge, _ tokens: DataFlowTokens) -> [Int32] {
        var codes: [Int32] = []
        for token in edge.parents where !tokens.isSyntax[token] { codes.append(tokens.code[token]) }
        guard edge.isMerged else { return codes }
        for token in edge.moreParents.joined() where !tokens.isSyntax[token] { codes.append(tokens.code[token]) }
        guard codes.count > 1 else { return codes }
        var distinct: [Int32] = []
        for code in codes.sorted(by: { tokens.codes.precedes($0, $1) }) where code != distinct.last {
            distinct.append(code)
        }
        return distinct
    }
}
