/// One edge of a data-flow graph: where the value of a token comes from.
struct DataFlowEdge {
    enum Relation: UInt8 {
        case comesFrom = 1
        case computedFrom = 2
    }

    /// The text of the token, by number.
    var code: Int32
    /// The tokens it depends on, of which those that are syntax do not count.
    var firstParent: Int32
    var endParent: Int32
    var relation: Relation
    /// Edges that were found more than once have their parents sorted and each once.
    var isMerged = false
    /// Whether there are still more parents; hardly ever.
    var hasMoreParents = false

    init(code: Int32, relation: Relation, parents: Range<Int>) {
        self.code = code
        self.relation = relation
        firstParent = Int32(parents.lowerBound)
        endParent = Int32(parents.upperBound)
    }

    var parents: Range<Int> { Int(firstParent)..<Int(endParent) }

    func hasSameParents(as other: DataFlowEdge) -> Bool {
        firstParent == other.firstParent && endParent == other.endParent
    }
}

/// The edges of one text, in the order of their tokens.
struct DataFlowEdges {
    var edges: ContiguousArray<DataFlowEdge> = []
    /// By index: the parents that did not fit into the edge.
    var moreParents: [Int: [Range<Int>]] = [:]
}
