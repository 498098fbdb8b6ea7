/// What the syntax and data-flow parts need of one text.
struct CodeAnalysis {
    let tokens: DataFlowTokens
    let flow: DataFlowEdges

    init(_ tree: SyntaxTree, text: UnsafeBufferPointer<UInt8>) {
        tokens = DataFlowTokens(tree, text: text)
        flow = DataFlowGraph.edges(of: tree, tokens: tokens)
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
        var first: ContiguousArray<UInt8> = []
        guard CommentRemoval.remove(from: text, into: &first) else {
            texts = [ContiguousArray(text)]
            return
        }
        texts = [first]
        for _ in 1..<max(1, rounds) {
            var next: ContiguousArray<UInt8> = []
            let succeeded = texts[texts.count - 1].withUnsafeBufferPointer {
                CommentRemoval.remove(from: $0, into: &next)
            }
            guard succeeded, next != texts[texts.count - 1] else { return }
            texts.append(next)
        }
    }
}
