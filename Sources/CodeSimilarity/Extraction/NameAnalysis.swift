/// Collects the names of a statement from its syntax tree, in one walk.
struct NameAnalysis {
    /// A function, a lambda or a class around the node that is visited.
    private struct Scope {
        var end: Int
        var isFunction: Bool
        var bound: Set<String> = []
        var used: Set<String> = []
        /// Needed by functions inside a class, which do not see the class's names.
        var passedOn: Set<String> = []
        var global: Set<String> = []

        var free: Set<String> {
            used.subtracting(bound.subtracting(global)).union(passedOn)
        }
    }

    private static let longestChain = 64
    /// In bytes.
    private static let longestPath = 80

    private let tree: SyntaxTree
    private let bytes: UnsafeBufferPointer<UInt8>
    private var scopes: [Scope] = []
    private var names = NameUse()
    /// Names of comprehensions at module level.
    private var comprehension: Set<String> = []
    /// Identifiers that are no uses: names of parameters.
    private var skipped: Set<Int> = []

    static func names(
        of nodes: Range<Int>, in tree: SyntaxTree, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> NameUse {
        var analysis = NameAnalysis(tree: tree, bytes: bytes)
        var index = nodes.lowerBound
        while index < nodes.upperBound {
            analysis.leaveScopes(at: index)
            index = analysis.visit(index)
        }
        analysis.leaveScopes(at: nodes.upperBound)
        analysis.names.free.subtract(analysis.comprehension)
        return analysis.names
    }

    private init(tree: SyntaxTree, bytes: UnsafeBufferPointer<UInt8>) {
        self.tree = tree
        self.bytes = bytes
    }

    /// Whether what is visited runs when the module is loaded.
    private var isImmediate: Bool { !scopes.contains { $0.isFunction } }

    private mutating func leaveScopes(at index: Int) {
        while let scope = scopes.last, scope.end <= index {
            scopes.removeLast()
            if scopes.isEmpty {
                names.free.formUnion(scope.free)
                names.bound.formUnion(scope.global.intersection(scope.bound))
            } else {
                let last = scopes.count - 1
                if scopes[last].isFunction || !scope.isFunction {
                    scopes[last].used.formUnion(scope.free)
                } else {
                    scopes[last].passedOn.formUnion(scope.free)
                }
            }
        }
    }

    private mutating func use(_ name: String) {
        if scopes.isEmpty { names.free.insert(name) } else { scopes[scopes.count - 1].used.insert(name) }
    }

    private mutating func bind(_ name: String, inComprehension: Bool = false) {
        if !scopes.isEmpty {
            scopes[scopes.count - 1].bound.insert(name)
        } else if inComprehension {
            comprehension.insert(name)
        } else {
            names.bound.insert(name)
        }
    }

    /// - Returns: the next node to visit.
    private mutating func visit(_ index: Int) -> Int {
        let node = tree.nodes[index]
        let end = Int(node.next)
        switch node.symbol {
        case ExtractionSymbols.function, ExtractionSymbols.lambda, ExtractionSymbols.class:
            if let name = tree.child(of: index, in: PythonSymbols.name) {
                bind(text(name))
                skipped.insert(name)
            }
            if node.symbol == ExtractionSymbols.class { readBases(index) }
            let parameters = tree.child(of: index, in: ExtractionSymbols.parametersField)
            let parameterNames = parameters.map { readParameters($0) } ?? []
            scopes.append(
                Scope(end: end, isFunction: node.symbol != ExtractionSymbols.class, bound: parameterNames))
        case ExtractionSymbols.importStatement, ExtractionSymbols.importFrom, ExtractionSymbols.futureImport:
            readImport(index)
            return end
        case PythonSymbols.assignment, PythonSymbols.augmentedAssignment, PythonSymbols.forStatement:
            if let left = tree.child(of: index, in: PythonSymbols.left) { readTarget(left) }
        case PythonSymbols.forInClause:
            if let left = tree.child(of: index, in: PythonSymbols.left) { readTarget(left, inComprehension: true) }
        case ExtractionSymbols.namedExpression:
            if let name = tree.child(of: index, in: PythonSymbols.name) { bind(text(name)) }
        case ExtractionSymbols.asPatternTarget, ExtractionSymbols.delete:
            readTarget(index)
        case ExtractionSymbols.globalStatement:
            for child in tree.children(of: index) where tree.nodes[child].symbol == PythonSymbols.identifier {
                if !scopes.isEmpty { scopes[scopes.count - 1].global.insert(text(child)) }
            }
        case ExtractionSymbols.decorator:
            if let root = root(of: lastNamedChild(index)) { names.decorators.insert(root) }
        case ExtractionSymbols.call: readCall(index)
        case PythonSymbols.identifier:
            if node.field != UInt8(ExtractionSymbols.attributeField), !isKeywordName(index), !skipped.contains(index) {
                use(text(index))
            }
        default: break
        }
        return index + 1
    }
}

// MARK: - Parts

extension NameAnalysis {
    private mutating func readTarget(_ target: Int, inComprehension: Bool = false) {
        let end = Int(tree.nodes[target].next)
        var index = target
        while index < end {
            switch tree.nodes[index].symbol {
            case PythonSymbols.identifier:
                bind(text(index), inComprehension: inComprehension)
                index += 1
            case ExtractionSymbols.attribute, ExtractionSymbols.subscript:
                if isImmediate, let root = root(of: index) { names.changed.insert(root) }
                index = Int(tree.nodes[index].next)
            default: index += 1
            }
        }
    }

    /// - Returns: the names; what stands beside them, defaults and types, belongs to the scope around.
    private mutating func readParameters(_ parameters: Int) -> Set<String> {
        var result: Set<String> = []
        for child in tree.children(of: parameters) {
            var name = child
            while tree.nodes[name].symbol != PythonSymbols.identifier {
                let first = tree.children(of: name).first { PythonGrammar.isNamed[Int(tree.nodes[$0].symbol)] }
                guard let first else { break }
                name = first
            }
            guard tree.nodes[name].symbol == PythonSymbols.identifier else { continue }
            result.insert(text(name))
            skipped.insert(name)
        }
        for index in parameters..<Int(tree.nodes[parameters].next)
        where tree.nodes[index].symbol == PythonSymbols.identifier && !skipped.contains(index) {
            if tree.nodes[index].field != UInt8(ExtractionSymbols.attributeField) { use(text(index)) }
        }
        return result
    }

    private mutating func readBases(_ node: Int) {
        guard let bases = tree.child(of: node, in: ExtractionSymbols.superclasses) else { return }
        for child in tree.children(of: bases) {
            if let root = root(of: child) { names.bases.insert(root) }
        }
    }

    private mutating func readImport(_ node: Int) {
        let module = tree.child(of: node, in: ExtractionSymbols.moduleName)
        for child in tree.children(of: node) where child != module {
            let symbol = tree.nodes[child].symbol
            if symbol == ExtractionSymbols.aliasedImport {
                if let alias = tree.child(of: child, in: ExtractionSymbols.alias) { bind(text(alias)) }
            } else if symbol == ExtractionSymbols.dottedName {
                bind(String(text(child).prefix { $0 != "." }))
            }
        }
    }

    private mutating func readCall(_ node: Int) {
        guard isImmediate, let function = tree.child(of: node, in: ExtractionSymbols.functionField) else { return }
        guard let root = root(of: function) else { return }
        names.called.insert(root)
        if tree.nodes[function].end - tree.nodes[function].start <= Self.longestPath {
            names.calledPaths.insert(text(function))
        }
        if tree.nodes[function].symbol == ExtractionSymbols.attribute { names.changed.insert(root) }
    }

    /// The name that a chain of attributes, subscripts and calls begins with.
    ///
    /// Chains longer than any person writes have none, which keeps the time linear.
    private func root(of node: Int) -> String? {
        var node = node
        for _ in 0..<Self.longestChain {
            switch tree.nodes[node].symbol {
            case PythonSymbols.identifier: return text(node)
            case ExtractionSymbols.attribute, ExtractionSymbols.subscript, ExtractionSymbols.call,
                ExtractionSymbols.await:
                guard Int(tree.nodes[node].next) > node + 1 else { return nil }
                node = tree.nodes[node].symbol == ExtractionSymbols.await ? lastNamedChild(node) : node + 1
            default: return nil
            }
        }
        return nil
    }

    private func lastNamedChild(_ node: Int) -> Int {
        var last = node
        for child in tree.children(of: node)
        where PythonGrammar.isNamed[Int(tree.nodes[child].symbol)]
            && tree.nodes[child].symbol != PythonSymbols.comment
        {
            last = child
        }
        return last
    }

    /// Whether an identifier is the name in `name=value`.
    private func isKeywordName(_ index: Int) -> Bool {
        index > 0 && tree.nodes[index].field == UInt8(PythonSymbols.name)
            && tree.nodes[index - 1].symbol == ExtractionSymbols.keywordArgument
    }

    private func text(_ node: Int) -> String {
        let node = tree.nodes[node]
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)]), as: UTF8.self)
    }
}
