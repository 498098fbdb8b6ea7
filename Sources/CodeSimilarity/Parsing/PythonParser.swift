internal import CTreeSitter

/// A tree-sitter parser for Python, with the buffers that one computation needs. Not shared: take one from `ParserPool`.
final class PythonParser {
    private let parser: OpaquePointer
    private var cursor: TSTreeCursor?
    /// The last tree, kept for its memory.
    private var spare = SyntaxTree()

    init() {
        parser = ts_parser_new()
        let accepted = ts_parser_set_language(parser, PythonGrammar.language)
        precondition(accepted, "the Python grammar does not fit this tree-sitter library")
    }

    deinit {
        if var cursor { ts_tree_cursor_delete(&cursor) }
        ts_parser_delete(parser)
    }

    /// Parses `text` and copies its tree into `tree`, replacing what was there.
    ///
    /// Any bytes are accepted; text that is not Python gives a tree with error nodes.
    func parse(_ text: UnsafeBufferPointer<UInt8>, into tree: inout SyntaxTree) {
        tree.removeAll()
        guard let parsed = BoundedInput.parse(text, with: parser) else { return }
        defer { ts_tree_delete(parsed) }
        let root = ts_tree_root_node(parsed)
        if cursor == nil {
            cursor = ts_tree_cursor_new(root)
        } else {
            ts_tree_cursor_reset(&cursor!, root)
        }
        tree.copy(from: &cursor!)
    }

    /// Parses `text` and lends its tree.
    func withTree<Result>(
        of text: UnsafeBufferPointer<UInt8>, _ body: (borrowing SyntaxTree) throws -> Result
    ) rethrows -> Result {
        var tree = SyntaxTree()
        swap(&tree, &spare)
        defer { swap(&tree, &spare) }
        parse(text, into: &tree)
        return try body(tree)
    }
}
