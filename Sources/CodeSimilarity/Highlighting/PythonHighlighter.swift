public import EvaluationCore

/// Colours by the syntax tree, so that a quote in a comment is no string. Works on broken code as far as it goes.
public struct PythonHighlighter: CodeHighlighter {
    private static let numbers: Set<UInt16> = [PythonGrammar.symbol("integer"), PythonGrammar.symbol("float")]
    private static let definitions: Set<UInt16> = [
        PythonGrammar.symbol("function_definition"), PythonGrammar.symbol("class_definition"),
    ]
    /// Named nodes that are words of the language all the same.
    private static let constants: Set<UInt16> = [
        PythonGrammar.symbol("true"), PythonGrammar.symbol("false"), PythonGrammar.symbol("none"),
    ]

    public init() {}

    public func ranges(in code: String) -> [HighlightedRange] {
        var code = code
        return code.withUTF8 { text in
            ParserPool.shared.withParser { $0.withTree(of: text) { Self.ranges(in: $0) } }
        }
    }

    private static func ranges(in tree: borrowing SyntaxTree) -> [HighlightedRange] {
        var ranges: [HighlightedRange] = []
        var names: Set<Int> = []
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if definitions.contains(node.symbol), let name = tree.child(of: index, in: PythonSymbols.name) {
                names.insert(name)
            }
            let isWhole = node.symbol == PythonSymbols.string
            if let kind = kind(of: index, node, tree, names), node.start < node.end, isWhole || tree.isLeaf(index) {
                ranges.append(HighlightedRange(Int(node.start)..<Int(node.end), kind))
                index = Int(node.next)
            } else {
                index += 1
            }
        }
        return ranges
    }

    private static func kind(
        of index: Int, _ node: SyntaxTree.Node, _ tree: borrowing SyntaxTree, _ names: Set<Int>
    ) -> HighlightedRange.Kind? {
        switch node.symbol {
        case PythonSymbols.string: .string
        case PythonSymbols.comment: .comment
        case _ where numbers.contains(node.symbol): .number
        case _ where names.contains(index): .definition
        case _ where constants.contains(node.symbol): .keyword
        case _ where isWord(node.symbol): .keyword
        default: nil
        }
    }

    /// Words of the language are the anonymous nodes that are written in letters.
    private static func isWord(_ symbol: UInt16) -> Bool {
        guard symbol != PythonGrammar.error, !PythonGrammar.isNamed[Int(symbol)] else { return false }
        let first = PythonGrammar.nameBytes[Int(symbol)].first
        return first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) } ?? false
    }
}
