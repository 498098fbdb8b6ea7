/// Finds what the grammar lets pass and Python does not, where words are taken for code: `Here is the function:` above an assignment.
enum LooseGrammar {
    /// Whether two statements stand on one line with nothing between them, or an annotation on another line than its name.
    static func accepts(_ tree: SyntaxTree, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !tree.nodes.isEmpty else { return false }
        var previousEnd: Int?
        for child in tree.children(of: 0) {
            let node = tree.nodes[child]
            if let previousEnd, node.symbol != PythonSymbols.comment, previousEnd <= Int(node.start) {
                let between = bytes[previousEnd..<Int(node.start)]
                let last = previousEnd > 0 ? bytes[previousEnd - 1] : 0
                let isApart =
                    last == UInt8(ascii: "\n") || last == UInt8(ascii: ";")
                    || bytes[Int(node.start)] == UInt8(ascii: ";")
                    || between.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ";") }
                if !isApart { return true }
            }
            if hasAnnotationBelow(child, in: tree, bytes) { return true }
            previousEnd = Int(node.end)
        }
        return false
    }

    private static func hasAnnotationBelow(
        _ statement: Int, in tree: SyntaxTree, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let assignment = statement + 1
        guard tree.nodes[statement].symbol == ExtractionSymbols.expressionStatement,
            assignment < tree.nodes.count, tree.nodes[assignment].symbol == PythonSymbols.assignment,
            let left = tree.child(of: assignment, in: PythonSymbols.left),
            let type = tree.child(of: assignment, in: ExtractionSymbols.typeField)
        else { return false }
        return bytes[Int(tree.nodes[left].end)..<Int(tree.nodes[type].start)].contains(UInt8(ascii: "\n"))
    }
}
