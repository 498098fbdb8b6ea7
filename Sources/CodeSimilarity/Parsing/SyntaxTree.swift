internal import CTreeSitter
internal import Foundation

/// A syntax tree as a flat array in preorder: a node's subtree is the range from its index up to its `next`.
struct SyntaxTree: Sendable {
    struct Node: Sendable {
        /// Byte offsets in the parsed text.
        var start: UInt32
        var end: UInt32
        /// The index after the node's subtree.
        var next: UInt32
        var symbol: UInt16
        /// The field of the parent that holds the node, 0 when there is none. Of anonymous nodes only
        /// `not in` and what is missing have one.
        var field: UInt8
        var isMissing: Bool
    }

    private(set) var nodes: ContiguousArray<Node> = []
    private var open: ContiguousArray<Int> = []

    /// The number of nodes from the root to the deepest leaf.
    private(set) var depth = 0

    /// By node index: how tree-sitter names the character at which an error leaf begins.
    private(set) var unexpected: [Int: [UInt8]] = [:]

    mutating func removeAll() {
        nodes.removeAll(keepingCapacity: true)
        depth = 0
        unexpected.removeAll()
    }

    mutating func copy(from cursor: inout TSTreeCursor) {
        let isNamed = PythonGrammar.isNamed
        let error = PythonGrammar.error
        open.removeAll(keepingCapacity: true)
        while true {
            let node = ts_tree_cursor_current_node(&cursor)
            let rawSymbol = ts_node_symbol(node)
            let symbol = rawSymbol == UInt16.max ? error : rawSymbol
            let start = node.context.0
            let end = ts_node_end_byte(node)
            let isMissing = start == end && ts_node_is_missing(node)
            let index = nodes.count
            let hasField = isNamed[Int(symbol)] || isMissing || symbol == PythonSymbols.notIn
            let field = hasField ? ts_tree_cursor_current_field_id(&cursor) : 0
            nodes.append(
                Node(
                    start: start, end: end, next: UInt32(index + 1), symbol: symbol,
                    field: UInt8(truncatingIfNeeded: field), isMissing: isMissing))
            if ts_tree_cursor_goto_first_child(&cursor) {
                open.append(index)
                if open.count > depth { depth = open.count }
                continue
            }
            if symbol == error, start != end { unexpected[index] = Self.expression(of: node) }
            while !ts_tree_cursor_goto_next_sibling(&cursor) {
                guard let parent = open.popLast() else {
                    depth += 1
                    return
                }
                nodes[parent].next = UInt32(nodes.count)
                _ = ts_tree_cursor_goto_parent(&cursor)
            }
        }
    }
}

extension SyntaxTree {
    /// Whether the grammar did not fit somewhere.
    var hasError: Bool { nodes.contains { $0.symbol == PythonGrammar.error || $0.isMissing } }

    private static func expression(of node: TSNode) -> [UInt8] {
        guard let text = ts_node_string(node) else { return [] }
        defer { free(text) }
        return String(cString: text).utf8.map { $0 }
    }

    /// Whether a node appears in an S-expression.
    @inline(__always)
    func isShown(_ node: Node) -> Bool {
        node.isMissing || PythonGrammar.isNamed[Int(node.symbol)]
    }

    /// Whether the node at `index` has no children.
    func isLeaf(_ index: Int) -> Bool {
        Int(nodes[index].next) == index + 1
    }

    /// The indices of a node's children, in order.
    func children(of index: Int) -> Children {
        Children(tree: self, index: index + 1, end: Int(nodes[index].next))
    }

    func child(of index: Int, in field: UInt16) -> Int? {
        children(of: index).first { nodes[$0].field == UInt8(truncatingIfNeeded: field) }
    }

    struct Children: Sequence, IteratorProtocol {
        let tree: SyntaxTree
        var index: Int
        let end: Int

        mutating func next() -> Int? {
            guard index < end else { return nil }
            defer { index = Int(tree.nodes[index].next) }
            return index
        }
    }
}
