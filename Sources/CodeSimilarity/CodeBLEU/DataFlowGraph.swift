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
    private mutating func visitChildren(of node: Int) throws(Failure) {
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

    private mutating func visitToken(_ node: Int) throws(Failure) {
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

    private mutating func visitLoop(
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

    private static func visitForBody(_ graph: inout DataFlowGraph, _ node: Int) throws(Failure) {
        guard let left = graph.child(of: node, PythonSymbols.left),
            let right = graph.child(of: node, PythonSymbols.right)
        else { throw Failure() }
        try graph.assign(left: left, right: right)
        let last = graph.lastChild(of: node)
        if graph.kind(last) == .block { try graph.visit(last) }
    }

    private static func visitWhileBody(_ graph: inout DataFlowGraph, _ node: Int) throws(Failure) {
        let end = Int(graph.tree[node].next)
        var child = node + 1
        while child < end {
            try graph.visit(child)
            child = Int(graph.tree[child].next)
        }
    }

    private mutating func visitBranches(_ node: Int) throws(Failure) {
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

// MARK: - Values

extension DataFlowGraph {
    private mutating func visitClause(_ node: Int) throws(Failure) {
        let right = lastChild(of: node)
        try visit(right)
        guard let left = child(of: node, PythonSymbols.left) else { throw Failure() }
        try compute(left, from: right)
    }

    private mutating func visitDefault(_ node: Int) throws(Failure) {
        guard let name = child(of: node, PythonSymbols.name) else { throw Failure() }
        guard let value = child(of: node, PythonSymbols.value) else {
            for token in tokens.range(of: name, in: tree) where !tokens.isSyntax[token] {
                let place = Int(tokens.place[token])
                add(DataFlowEdge(code: tokens.code[token], relation: .comesFrom, parents: token..<token), at: place)
                states.set(tokens.code[token], to: place)
            }
            return
        }
        try visit(value)
        let parents = tokens.range(of: value, in: tree)
        let targets = tokens.range(of: name, in: tree)
        guard targets.contains(where: { !tokens.isSyntax[$0] }) else { return }
        let values = markUsed(parents)
        for token in targets where !tokens.isSyntax[token] {
            let place = Int(tokens.place[token])
            if values > 0 {
                isUsed[place] = true
                var edge = DataFlowEdge(code: tokens.code[token], relation: .comesFrom, parents: parents)
                edge.isMerged = values > 1
                add(edge, at: place)
            }
            states.set(tokens.code[token], to: place)
        }
    }

    /// Gives `left` the value of `right`, part by part when both have the same number of parts.
    private mutating func assign(left: Int, right: Int) throws(Failure) {
        let parts = partCount(left)
        guard parts > 0, parts == partCount(right) else {
            try visit(right)
            try compute(left, from: right)
            return
        }
        var part = firstPart(of: right)
        for _ in 0..<parts {
            try visit(part)
            part = nextPart(after: part)
        }
        var target = firstPart(of: left)
        part = firstPart(of: right)
        for index in 0..<parts {
            try compute(target, from: part)
            guard index + 1 < parts else { break }
            target = nextPart(after: target)
            part = nextPart(after: part)
        }
    }

    private mutating func compute(_ left: Int, from right: Int) throws(Failure) {
        let parents = tokens.range(of: right, in: tree)
        let targets = tokens.range(of: left, in: tree)
        // Without a target there is no edge that would use the values.
        guard targets.contains(where: { !tokens.isSyntax[$0] }) else { return }
        let hasParents = markUsed(parents) > 0
        for token in targets where !tokens.isSyntax[token] {
            let place = Int(tokens.place[token])
            if hasParents { isUsed[place] = true }
            add(DataFlowEdge(code: tokens.code[token], relation: .computedFrom, parents: parents), at: place)
            states.set(tokens.code[token], to: place)
        }
    }

    /// - Returns: how many of the tokens hold data.
    private mutating func markUsed(_ range: Range<Int>) -> Int {
        var count = 0
        for token in range where !tokens.isSyntax[token] {
            isUsed[Int(tokens.place[token])] = true
            count += 1
        }
        return count
    }

    private mutating func add(_ edge: DataFlowEdge, at place: Int) {
        guard var known = edges[place] else {
            edges[place] = edge
            return
        }
        known.isMerged = true
        if known.parents.isEmpty {
            known.firstParent = edge.firstParent
            known.endParent = edge.endParent
        } else if !edge.parents.isEmpty, !known.hasSameParents(as: edge) {
            known.hasMoreParents = true
            if moreParents[place]?.contains(edge.parents) != true {
                moreParents[place, default: []].append(edge.parents)
            }
        }
        edges[place] = known
    }
}

// MARK: - Tree

extension DataFlowGraph {
    func child(of node: Int, _ field: UInt16) -> Int? {
        let end = Int(tree[node].next)
        var child = node + 1
        while child < end {
            if tree[child].field == UInt8(field) { return child }
            child = Int(tree[child].next)
        }
        return nil
    }

    func lastChild(of node: Int) -> Int {
        let end = Int(tree[node].next)
        var child = node + 1
        while Int(tree[child].next) < end { child = Int(tree[child].next) }
        return child
    }

    /// The number of children that are not commas.
    private func partCount(_ node: Int) -> Int {
        let end = Int(tree[node].next)
        var count = 0
        var child = node + 1
        while child < end {
            if kind(child) != .comma { count += 1 }
            child = Int(tree[child].next)
        }
        return count
    }

    private func firstPart(of node: Int) -> Int {
        kind(node + 1) == .comma ? nextPart(after: node + 1) : node + 1
    }

    private func nextPart(after part: Int) -> Int {
        var next = Int(tree[part].next)
        while next < tree.count, kind(next) == .comma { next = Int(tree[next].next) }
        return next
    }
}
