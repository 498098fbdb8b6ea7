/// The data-flow graph of a Python text, as the reference implementation of CodeBLEU extracts it.
///
/// A name comes from the tokens that last gave it a value; the left side of an assignment is computed from its right
/// side. Branches of an `if` are joined, loops are walked twice, functions have no scope of their own. Where the
/// reference implementation fails on a construct and gives up on the whole text (`self.x = "text"` is one, see
/// `Failure`), the graph is empty here as well.
struct DataFlowGraph {
    /// The reference implementation gives up with an exception, which leaves the text without data flow.
    struct Failure: Error {}

    /// Trees with more levels have no data flow: the reference implementation's recursion ends there.
    static let maximumDepth = 990

    let tree: UnsafeBufferPointer<SyntaxTree.Node>
    let tokens: DataFlowTokens
    let kinds: [FlowKind]
    /// By token.
    var edges: ContiguousArray<DataFlowEdge?>
    /// By token: parents that do not fit into the edge.
    var moreParents: [Int: [Range<Int>]] = [:]
    /// By token: whether an edge begins or ends there.
    var isUsed: ContiguousArray<Bool>
    var states: VariableStates

    /// Whether an enclosing loop is in its second walk, in which loops inside need no second one.
    var isRepeating = false

    static func edges(of tree: SyntaxTree, tokens: DataFlowTokens) -> DataFlowEdges {
        guard tree.depth <= maximumDepth, !tree.nodes.isEmpty else { return DataFlowEdges() }
        return tree.nodes.withUnsafeBufferPointer { nodes in
            var graph = DataFlowGraph(tree: nodes, tokens: tokens)
            guard (try? graph.visit(0)) != nil else { return DataFlowEdges() }
            var result = DataFlowEdges()
            result.edges.reserveCapacity(tokens.count)
            for token in 0..<tokens.count where graph.isUsed[token] {
                guard let edge = graph.edges[token] else { continue }
                if edge.hasMoreParents { result.moreParents[result.edges.count] = graph.moreParents[token] }
                result.edges.append(edge)
            }
            return result
        }
    }

    private init(tree: UnsafeBufferPointer<SyntaxTree.Node>, tokens: DataFlowTokens) {
        self.tree = tree
        self.tokens = tokens
        kinds = FlowKind.bySymbol
        edges = ContiguousArray(repeating: nil, count: tokens.count)
        isUsed = ContiguousArray(repeating: false, count: tokens.count)
        states = VariableStates(variables: tokens.codes.count, tokens: tokens.count)
    }
}

// MARK: - Walk

extension DataFlowGraph {
    @inline(__always)
    func kind(_ node: Int) -> FlowKind {
        kinds[Int(tree[node].symbol)]
    }

    mutating func visit(_ node: Int) throws(Failure) {
        if isToken(node) {
            try visitToken(node)
            return
        }
        switch kind(node) {
        case .assignment:
            guard let right = child(of: node, PythonSymbols.right) else { return }
            guard let left = child(of: node, PythonSymbols.left) else { throw Failure() }
            try assign(left: left, right: right)
        case .forInClause: try visitClause(node)
        case .defaultParameter: try visitDefault(node)
        case .ifStatement: try visitBranches(node)
        case .forStatement: try visitLoop(node, DataFlowGraph.visitForBody)
        case .whileStatement: try visitLoop(node, DataFlowGraph.visitWhileBody)
        default: try visitChildren(of: node)
        }
    }

    @inline(__always)
    func isToken(_ node: Int) -> Bool {
        Int(tree[node].next) == node + 1 ? kind(node) != .comment : kind(node) == .string
    }

    /// Clauses of a comprehension give their names values before the rest uses them.
    mutating func visitChildren(of node: Int) throws(Failure) {
        let end = Int(tree[node].next)
        var hasClause = false
        var child = node + 1
        while child < end {
            if kind(child) == .forInClause, !isToken(child) {
                hasClause = true
                try visit(child)
            }
            child = Int(tree[child].next)
        }
        child = node + 1
        while child < end {
            if !hasClause || kind(child) != .forInClause || isToken(child) { try visit(child) }
            child = Int(tree[child].next)
        }
    }

    mutating func visitToken(_ node: Int) throws(Failure) {
        // Parts of a string are no tokens: the reference implementation does not find them.
        guard tokens.before[Int(tree[node].next)] > tokens.before[node] else { throw Failure() }
        let token = Int(tokens.before[node])
        guard !tokens.isSyntax[token] else { return }
        let place = Int(tokens.place[token])
        let code = tokens.code[token]
        if let sources = states[code] {
            isUsed[place] = true
            states.markSources(sources, in: &isUsed)
            add(DataFlowEdge(code: code, relation: .comesFrom, parents: token..<token + 1), at: place)
        } else {
            if kind(node) == .identifier { states.set(code, to: place) }
            add(DataFlowEdge(code: code, relation: .comesFrom, parents: token..<token), at: place)
        }
    }

    mutating func visitLoop(
        _ node: Int, _ body: (inout DataFlowGraph, Int) throws(Failure) -> Void
    ) throws(Failure) {
        try body(&self, node)
        guard !isRepeating else { return }
        // A second walk finds the values that one turn hands to the next. It leaves the names as any later walk would,
        // so loops inside need only one walk in it, and nested loops do not multiply.
        isRepeating = true
        defer { isRepeating = false }
        try body(&self, node)
    }

    static func visitForBody(_ graph: inout DataFlowGraph, _ node: Int) throws(Failure) {
        guard let left = graph.child(of: node, PythonSymbols.left),
            let right = graph.child(of: node, PythonSymbols.right)
        else { throw Failure() }
        try graph.assign(left: left, right: right)
        let last = graph.lastChild(of: node)
        if graph.kind(last) == .block { try graph.visit(last) }
    }

    static func visitWhileBody(_ graph: inout DataFlowGraph, _ node: Int) throws(Failure) {
        let end = Int(graph.tree[node].next)
        var child = node + 1
        while child < end {
            try graph.visit(child)
            child = Int(graph.tree[child].next)
        }
    }

    mutating func visitBranches(_ node: Int) throws(Failure) {
        let end = Int(tree[node].next)
        var hasElse = false
        states.beginBranches()
        var child = node + 1
        while child < end {
            let kind = kind(child)
            if kind == .elseClause || kind == .elseWord { hasElse = true }
            if kind != .elifClause, kind != .elseClause { try visit(child) }
            child = Int(tree[child].next)
        }
        states.endBranch()
        child = node + 1
        while child < end {
            if kind(child) == .elifClause || kind(child) == .elseClause {
                try visit(child)
                states.endBranch()
            }
            child = Int(tree[child].next)
        }
        states.endBranches(mayPassBy: !hasElse)
    }
}
