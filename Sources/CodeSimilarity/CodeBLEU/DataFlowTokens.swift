/// The tokens between which data flows: the leaves of a syntax tree without comments, strings whole.
struct DataFlowTokens {
    /// By token: the number of its text, in `codes`.
    private(set) var code: ContiguousArray<Int32> = []
    /// By token: whether its text is the name of its symbol, as for operators and keywords; such a token holds no data.
    private(set) var isSyntax: ContiguousArray<Bool> = []
    /// By token: the one that stands for it. Tokens of no width at the same place stand for each other.
    private(set) var place: ContiguousArray<Int32> = []
    /// By node: how many tokens begin before it.
    private(set) var before: ContiguousArray<Int32> = []
    private(set) var codes: ByteTable
    private let names = PythonGrammar.nameBytes

    var count: Int { code.count }

    /// The tokens of a node's subtree.
    @inline(__always)
    func range(of node: Int, in tree: UnsafeBufferPointer<SyntaxTree.Node>) -> Range<Int> {
        Int(before[node])..<Int(before[Int(tree[node].next)])
    }

    init(_ tree: SyntaxTree, text: UnsafeBufferPointer<UInt8>) {
        codes = ByteTable(capacity: tree.nodes.count / 4)
        before = ContiguousArray(repeating: 0, count: tree.nodes.count + 1)
        let guess = tree.nodes.count / 2 + 1
        code.reserveCapacity(guess)
        isSyntax.reserveCapacity(guess)
        place.reserveCapacity(guess)
        let lines = text.allSatisfy { $0 < 0x80 } ? nil : CharacterLines(text)
        let string = PythonSymbols.string
        let comment = PythonSymbols.comment
        tree.nodes.withUnsafeBufferPointer { nodes in
            var index = 0
            var last: SyntaxTree.Node?
            while index < nodes.count {
                let node = nodes[index]
                before[index] = Int32(count)
                let isString = node.symbol == string
                guard Int(node.next) == index + 1 || isString, node.symbol != comment else {
                    index += 1
                    continue
                }
                add(node, text: text, lines: lines)
                if let last, last.start == node.start, last.end == node.end { joinPlaces() }
                last = node
                for inner in index + 1..<max(index + 1, Int(node.next)) { before[inner] = Int32(count) }
                index = Int(node.next)
            }
        }
        before[tree.nodes.count] = Int32(count)
    }

    private mutating func add(
        _ node: SyntaxTree.Node, text: UnsafeBufferPointer<UInt8>, lines: CharacterLines?
    ) {
        let bytes = UnsafeBufferPointer(rebasing: text[Int(node.start)..<Int(node.end)])
        place.append(Int32(count))
        if let lines, !lines.isPlain(from: Int(node.start), to: Int(node.end)) {
            var content = lines.text(from: Int(node.start), to: Int(node.end))
            content.withUTF8 { add($0, symbol: node.symbol) }
        } else if node.symbol == PythonSymbols.string, bytes.contains(UInt8(ascii: "\n")) {
            bytes.filter { $0 != UInt8(ascii: "\n") }.withUnsafeBufferPointer { add($0, symbol: node.symbol) }
        } else {
            add(bytes, symbol: node.symbol)
        }
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, symbol: UInt16) {
        let isSyntax = names[Int(symbol)].withUnsafeBufferPointer { name in
            guard name.count == bytes.count else { return false }
            for index in 0..<name.count where name[index] != bytes[index] { return false }
            return true
        }
        self.isSyntax.append(isSyntax)
        code.append(isSyntax ? -1 : codes.id(for: bytes))
    }

    /// Lets the last token stand for those at the same place.
    private mutating func joinPlaces() {
        let last = count - 1
        var index = last - 1
        while index >= 0, place[index] == Int32(last - 1) {
            place[index] = Int32(last)
            index -= 1
        }
    }
}
