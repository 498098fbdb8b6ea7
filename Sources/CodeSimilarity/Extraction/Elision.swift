/// Tells a definition that leaves parts out, as people and models write when they show what changed.
enum Elision {
    /// - Parameter nodes: of one definition.
    static func leavesOut(_ nodes: Range<Int>, in tree: SyntaxTree, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        nodes.contains { index in
            let node = tree.nodes[index]
            switch node.symbol {
            case PythonSymbols.comment:
                let text = UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
                return isElision(comment: String(decoding: text, as: UTF8.self))
            case ExtractionSymbols.block: return hasGap(index, in: tree)
            default: return false
            }
        }
    }

    /// Whether `...` stands among other statements: alone it is a body that says nothing.
    private static func hasGap(_ block: Int, in tree: SyntaxTree) -> Bool {
        var hasEllipsis = false
        var hasOther = false
        for child in tree.children(of: block) {
            let symbol = tree.nodes[child].symbol
            let inner = child + 1 < tree.nodes.count ? tree.nodes[child + 1].symbol : symbol
            if symbol == ExtractionSymbols.expressionStatement, inner == ExtractionSymbols.ellipsis {
                hasEllipsis = true
            } else if symbol != PythonSymbols.comment,
                symbol != ExtractionSymbols.expressionStatement || inner != PythonSymbols.string
            {
                hasOther = true
            }
        }
        return hasEllipsis && hasOther
    }

    private static let longest = 80

    static func isElision(comment: String) -> Bool {
        guard comment.utf8.count <= longest else { return false }
        let words = comment.lowercased().replacing("…", with: "...").drop { $0 == "#" || $0 == " " }
        let bare = words.filter { $0.isLetter || $0 == " " }
        if words.contains("...") {
            guard bare.contains(where: \.isLetter) else { return true }
            let opens = words.drop { !$0.isLetter && $0 != "." }.hasPrefix("...")
            let closes = words.reversed().drop { !$0.isLetter && $0 != "." }.starts(with: "...")
            return (opens || closes) && hints.contains { bare.contains($0) }
        }
        return phrases.contains { bare.contains($0) }
    }

    /// Beside an ellipsis.
    private static let hints = [
        "same", "rest", "remain", "unchanged", "existing", "previous", "before", "above", "omitted", "your code",
        "code here", "other", "keep", "as is", "implementation", "logic", "snip", "etc", "more",
    ]
    /// Without one.
    private static let phrases = [
        "same as before", "same as above", "rest of the code", "rest of the function", "rest of the class",
        "rest of the method", "rest of your code", "existing code", "unchanged code", "code unchanged",
        "remaining code", "code as before", "your code here", "rest unchanged", "rest is unchanged", "rest as before",
        "rest is the same", "rest stays the same", "same as the original",
    ]
}
