/// What the syntax and data-flow parts need of one text.
struct CodeAnalysis {
    let tree: SyntaxTree
    let tokens: DataFlowTokens
    let edges: [DataFlowEdge]

    init(_ text: UnsafeBufferPointer<UInt8>, parser: PythonParser) {
        var tree = SyntaxTree()
        parser.parse(text, into: &tree)
        let tokens = DataFlowTokens(tree, text: text)
        edges = DataFlowGraph.edges(of: tree, tokens: tokens)
        self.tree = tree
        self.tokens = tokens
    }
}

/// The texts that the reference implementation gets by removing comments again and again: once for each reference.
///
/// Mostly the first removal leaves nothing to the second; a string that a comment separated from the line before is
/// taken for a docstring only when that comment is gone.
struct CleanedTexts {
    private(set) var texts: [ContiguousArray<UInt8>]

    /// - Parameter text: without white space at either end.
    init(_ text: UnsafeBufferPointer<UInt8>, rounds: Int) {
        texts = []
        var current = ContiguousArray(text)
        for _ in 0..<rounds {
            var cleaned: ContiguousArray<UInt8> = []
            let succeeded = current.withUnsafeBufferPointer { CommentRemoval.remove(from: $0, into: &cleaned) }
            if !succeeded || cleaned == current {
                if texts.isEmpty { texts.append(current) }
                return
            }
            texts.append(cleaned)
            current = cleaned
        }
    }
}
