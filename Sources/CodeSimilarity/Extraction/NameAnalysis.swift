/// Collects the names of a statement from its syntax tree, in one walk.
struct NameAnalysis {
    private struct Scope {
        var end: Int
        var isFunction: Bool
    }

    private let tree: SyntaxTree
    private let bytes: UnsafeBufferPointer<UInt8>
    private var scopes: [Scope] = []
    private var names = NameUse()
    /// Bound inside functions and comprehensions.
    private var local: Set<String> = []
    private var global: Set<String> = []

    static func names(
        of nodes: Range<Int>, in tree: SyntaxTree, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> NameUse {
        var analysis = NameAnalysis(tree: tree, bytes: bytes)
        analysis.walk(nodes)
        var names = analysis.names
        names.free = names.used.subtracting(analysis.local.subtracting(analysis.global)).subtracting(names.bound)
        return names
    }

    private init(tree: SyntaxTree, bytes: UnsafeBufferPointer<UInt8>) {
        self.tree = tree
        self.bytes = bytes
    }

    /// Whether what is walked runs when the module is loaded.
    private var isImmediate: Bool { !scopes.contains { $0.isFunction } }
    private var isModuleLevel: Bool { scopes.isEmpty }

    private mutating func walk(_ nodes: Range<Int>) {
        var index = nodes.lowerBound
        while index < nodes.upperBound {
            while let scope = scopes.last, scope.end <= index { scopes.removeLast() }
            index = visit(index)
        }
    }

    /// - Returns: the next node to visit.
    private mutating func visit(_ index: Int) -> Int {
        let node = tree.nodes[index]
        let end = Int(node.next)
        switch node.symbol {
        case ExtractionSymbols.function, ExtractionSymbols.class:
            if let name = tree.child(of: index, in: PythonSymbols.name) { bind(text(name)) }
            if node.symbol == ExtractionSymbols.class { readBases(index) }
            if let parameters = tree.child(of: index, in: ExtractionSymbols.parametersField) { readParameters(parameters) }
            scopes.append(Scope(end: end, isFunction: node.symbol == ExtractionSymbols.function))
        case ExtractionSymbols.lambda:
            if let parameters = tree.child(of: index, in: ExtractionSymbols.parametersField) { readParameters(parameters) }
            scopes.append(Scope(end: end, isFunction: true))
        case ExtractionSymbols.importStatement, ExtractionSymbols.importFrom, ExtractionSymbols.futureImport:
            readImport(index)
            return end
        case PythonSymbols.assignment, PythonSymbols.augmentedAssignment, PythonSymbols.forStatement:
            if let left = tree.child(of: index, in: PythonSymbols.left) { readTarget(left) }
        case PythonSymbols.forInClause:
            if let left = tree.child(of: index, in: PythonSymbols.left) { readTarget(left, isLocal: true) }
        case ExtractionSymbols.namedExpression:
            if let name = tree.child(of: index, in: PythonSymbols.name) { bind(text(name)) }
        case ExtractionSymbols.asPatternTarget, ExtractionSymbols.delete:
            readTarget(index)
        case ExtractionSymbols.globalStatement:
            for child in tree.children(of: index) where tree.nodes[child].symbol == PythonSymbols.identifier {
                global.insert(text(child))
            }
        case ExtractionSymbols.decorator:
            if let root = root(of: index + 2 <= end - 1 || index + 1 < end ? lastNamedChild(index) : index) {
                names.decorators.insert(root)
            }
        case ExtractionSymbols.call: readCall(index)
        case PythonSymbols.identifier:
            if node.field != UInt8(ExtractionSymbols.attributeField), !isKeywordName(index) { names.used.insert(text(index)) }
        default: break
        }
        return index + 1
    }
}

// MARK: - Parts

extension NameAnalysis {
    private mutating func bind(_ name: String, isLocal: Bool = false) {
        if isLocal || !isModuleLevel { local.insert(name) } else { names.bound.insert(name) }
    }

    private mutating func readTarget(_ target: Int, isLocal: Bool = false) {
        let end = Int(tree.nodes[target].next)
        var index = target
        while index < end {
            switch tree.nodes[index].symbol {
            case PythonSymbols.identifier:
                bind(text(index), isLocal: isLocal)
                index += 1
            case ExtractionSymbols.attribute, ExtractionSymbols.subscript:
                if isImmediate, let root = root(of: index) { names.changed.insert(root) }
                index = Int(tree.nodes[index].next)
            default: index += 1
            }
        }
    }

    private mutating func readParameters(_ parameters: Int) {
        for child in tree.children(of: parameters) {
            var name = child
            // A default or a type stands beside the name: the name comes first.
            while !tree.isLeaf(name), tree.nodes[name].symbol != PythonSymbols.identifier {
                guard
                    let first = tree.children(of: name).first(where: { PythonGrammar.isNamed[Int(tree.nodes[$0].symbol)] })
                else { break }
                name = first
            }
            if tree.nodes[name].symbol == PythonSymbols.identifier { local.insert(text(name)) }
        }
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
        names.calledPaths.insert(text(function))
        if tree.nodes[function].symbol == ExtractionSymbols.attribute { names.changed.insert(root) }
    }

    /// The name that a chain of attributes, subscripts and calls begins with.
    private func root(of node: Int) -> String? {
        var node = node
        while true {
            switch tree.nodes[node].symbol {
            case PythonSymbols.identifier: return text(node)
            case ExtractionSymbols.attribute, ExtractionSymbols.subscript, ExtractionSymbols.call,
                ExtractionSymbols.await:
                guard Int(tree.nodes[node].next) > node + 1 else { return nil }
                node = tree.nodes[node].symbol == ExtractionSymbols.await ? lastNamedChild(node) : node + 1
            default: return nil
            }
        }
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
