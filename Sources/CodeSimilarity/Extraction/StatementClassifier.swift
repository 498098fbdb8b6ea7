/// Says what kind of statement some top-level nodes are.
enum StatementClassifier {
    static func classify(
        _ nodes: [Int], in tree: SyntaxTree, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Statement {
        var statement = Statement(kind: .other, block: 0, lines: 0..<0, hasError: false)
        guard let first = nodes.first, let last = nodes.last else { return statement }
        let range = first..<Int(tree.nodes[last].next)
        statement.names = NameAnalysis.names(of: range, in: tree, bytes)
        statement.imports = tree.nodes[range].contains {
            $0.symbol == ExtractionSymbols.importStatement || $0.symbol == ExtractionSymbols.importFrom
                || $0.symbol == ExtractionSymbols.futureImport
        }
        if nodes.count == 1 {
            statement.kind = kind(of: first, in: tree, bytes)
            statement.isStub = isStub(first, in: tree)
            statement.isText = isText(first, in: tree)
            if statement.kind == .function || statement.kind == .class {
                statement.isSketch = Elision.leavesOut(range, in: tree, bytes)
            }
        } else if nodes.allSatisfy({ kind(of: $0, in: tree, bytes) == .importing }) {
            statement.kind = .importing
        } else if !statement.names.bound.isEmpty {
            statement.kind = .assignment
        }
        if statement.kind == .function || statement.kind == .class { statement.imports = false }
        return statement
    }

    private static func kind(
        of node: Int, in tree: SyntaxTree, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Statement.Kind {
        switch tree.nodes[node].symbol {
        case ExtractionSymbols.importStatement, ExtractionSymbols.importFrom, ExtractionSymbols.futureImport: .importing
        case ExtractionSymbols.function: .function
        case ExtractionSymbols.class: .class
        case ExtractionSymbols.decorated:
            tree.child(of: node, in: ExtractionSymbols.definition)
                .map { tree.nodes[$0].symbol == ExtractionSymbols.class } == true ? .class : .function
        case PythonSymbols.ifStatement: isMain(node, in: tree, bytes) ? .main : .compound
        case PythonSymbols.forStatement, PythonSymbols.whileStatement, ExtractionSymbols.withStatement,
            ExtractionSymbols.tryStatement, ExtractionSymbols.matchStatement:
            .compound
        case ExtractionSymbols.expressionStatement: expressionKind(of: node, in: tree)
        case ExtractionSymbols.return: .leaving
        default: .other
        }
    }

    private static func expressionKind(of node: Int, in tree: SyntaxTree) -> Statement.Kind {
        let first = tree.nodes[node + 1]
        guard first.symbol == PythonSymbols.assignment || first.symbol == PythonSymbols.augmentedAssignment
        else { return .expression }
        // `Note: text` is an annotation to the grammar; without a value it binds nothing.
        return tree.child(of: node + 1, in: PythonSymbols.right) == nil ? .expression : .assignment
    }

    private static func isMain(
        _ node: Int, in tree: SyntaxTree, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let condition = tree.child(of: node, in: ExtractionSymbols.condition),
            tree.nodes[condition].symbol == ExtractionSymbols.comparison,
            !tree.children(of: node).contains(where: {
                tree.nodes[$0].symbol == PythonSymbols.elseClause || tree.nodes[$0].symbol == PythonSymbols.elifClause
            })
        else { return false }
        let range = Int(tree.nodes[condition].start)..<Int(tree.nodes[condition].end)
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        return text.hasPrefix("__name__") || text.hasSuffix("__name__")
    }

    private static func isStub(_ node: Int, in tree: SyntaxTree) -> Bool {
        let definition = tree.child(of: node, in: ExtractionSymbols.definition) ?? node
        guard let body = tree.child(of: definition, in: ExtractionSymbols.body) else { return false }
        return tree.children(of: body).allSatisfy { child in
            switch tree.nodes[child].symbol {
            case PythonSymbols.comment, ExtractionSymbols.pass: return true
            case ExtractionSymbols.raise:
                return !tree.nodes[child..<Int(tree.nodes[child].next)].contains { $0.symbol == PythonSymbols.string }
            case ExtractionSymbols.expressionStatement:
                return isText(child, in: tree) || tree.nodes[child + 1].symbol == ExtractionSymbols.ellipsis
            default: return false
            }
        }
    }

    private static func isText(_ node: Int, in tree: SyntaxTree) -> Bool {
        tree.nodes[node].symbol == ExtractionSymbols.expressionStatement
            && tree.nodes[node + 1].symbol == PythonSymbols.string
    }
}
