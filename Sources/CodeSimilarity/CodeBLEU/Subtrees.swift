/// Numbers subtrees by shape: two subtrees get the same number exactly when tree-sitter writes the same S-expression
/// for them (named nodes with their fields, without the text of the leaves).
struct SubtreeNumbering: Sendable {
    private static let leafCount = Int32(PythonGrammar.symbolCount + 1)
    /// Starting points: a number for each name, one for each missing symbol, and one for unexpected characters.
    private static let firstID = 2 * leafCount + 1

    private(set) var table: ChainTable

    init(capacity: Int) {
        table = ChainTable(firstID: Self.firstID, capacity: capacity)
    }

    /// Subtree numbers that `numbers(of:)` gives are below this.
    var endID: Int { table.endID }

    /// Numbers the subtrees of a tree of the references: of its root and of every node with children.
    mutating func add(_ tree: SyntaxTree) -> ContiguousArray<Int32> {
        Self.number(tree) { self.table.id(for: $0) }
    }

    /// The same for a candidate; subtrees that no reference has are left out.
    func find(_ tree: SyntaxTree) -> ContiguousArray<Int32> {
        Self.number(tree) { self.table.find($0) }
    }

    @inline(__always)
    private static func number(_ tree: SyntaxTree, _ extend: (UInt64) -> Int32) -> ContiguousArray<Int32> {
        let nameID = PythonGrammar.nameID
        var subtrees: ContiguousArray<Int32> = []
        subtrees.reserveCapacity(tree.nodes.count / 2)
        var numbers = ContiguousArray<Int32>(repeating: -1, count: tree.nodes.count)
        tree.nodes.withUnsafeBufferPointer { nodes in
            numbers.withUnsafeMutableBufferPointer { numbers in
                for index in nodes.indices.reversed() {
                    let node = nodes[index]
                    let end = Int(node.next)
                    var number = Int32(nameID[Int(node.symbol)])
                    if end == index + 1 {
                        if node.isMissing {
                            number = leafCount + Int32(node.symbol)
                        } else if node.symbol == PythonGrammar.error, node.end > node.start {
                            number = 2 * leafCount
                            for byte in tree.unexpected[index] ?? [] {
                                number = extend(ChainTable.key(number, Int32(byte)))
                                if number < 0 { break }
                            }
                        }
                        numbers[index] = number
                        if index == 0, number >= 0 { subtrees.append(number) }
                        continue
                    }
                    var child = index + 1
                    while child < end, number >= 0 {
                        let part = nodes[child]
                        if tree.isShown(part) {
                            number =
                                numbers[child] < 0
                                ? -1 : extend(ChainTable.key(number, numbers[child], label: part.field))
                        } else if Int(part.next) > child + 1 {
                            // `not in` is not shown, but what is wrong inside it is.
                            for inner in tree.children(of: child) where tree.isShown(nodes[inner]) && number >= 0 {
                                let label = nodes[inner].isMissing ? part.field : nodes[inner].field
                                number =
                                    numbers[inner] < 0
                                    ? -1 : extend(ChainTable.key(number, numbers[inner], label: label))
                            }
                        }
                        child = Int(part.next)
                    }
                    numbers[index] = number
                    if number >= 0 { subtrees.append(number) }
                }
            }
        }
        return subtrees
    }
}
