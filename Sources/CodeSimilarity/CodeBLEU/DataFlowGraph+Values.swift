extension DataFlowGraph {
    mutating func visitClause(_ node: Int) throws(Failure) {
        let right = lastChild(of: node)
        try visit(right)
        guard let left = child(of: node, PythonSymbols.left) else { throw Failure() }
        try compute(left, from: right)
    }

    mutating func visitDefault(_ node: Int) throws(Failure) {
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
    mutating func assign(left: Int, right: Int) throws(Failure) {
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

    mutating func compute(_ left: Int, from right: Int) throws(Failure) {
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
    mutating func markUsed(_ range: Range<Int>) -> Int {
        var count = 0
        for token in range where !tokens.isSyntax[token] {
            isUsed[Int(tokens.place[token])] = true
            count += 1
        }
        return count
    }

    mutating func add(_ edge: DataFlowEdge, at place: Int) {
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
    func partCount(_ node: Int) -> Int {
        let end = Int(tree[node].next)
        var count = 0
        var child = node + 1
        while child < end {
            if kind(child) != .comma { count += 1 }
            child = Int(tree[child].next)
        }
        return count
    }

    func firstPart(of node: Int) -> Int {
        kind(node + 1) == .comma ? nextPart(after: node + 1) : node + 1
    }

    func nextPart(after part: Int) -> Int {
        var next = Int(tree[part].next)
        while next < tree.count, kind(next) == .comma { next = Int(tree[next].next) }
        return next
    }
}
