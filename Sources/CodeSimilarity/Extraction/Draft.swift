/// Statements that make up one attempt at a solution, in order.
struct Draft {
    var statements: [Statement]

    enum Quality: Int, Comparable {
        /// Defines none of the entry points.
        case foreign
        /// Defines some of them.
        case partial
        /// Defines all, some of them without a body or with syntax errors.
        case broken
        /// Defines all, some of them with parts left out: "same as before".
        case sketched
        case complete

        static func < (left: Quality, right: Quality) -> Bool { left.rawValue < right.rawValue }
    }

    func quality(for entryPoints: [String]) -> Quality {
        var found = 0
        var sound = 0
        var whole = 0
        for name in entryPoints {
            let definitions = statements.filter { $0.names.bound.contains(name) && $0.kind != .importing }
            if !definitions.isEmpty { found += 1 }
            let soundOnes = definitions.filter { !$0.hasError && !$0.isStub }
            if !soundOnes.isEmpty { sound += 1 }
            if soundOnes.contains(where: { !$0.isSketch }) { whole += 1 }
        }
        if found == 0 { return .foreign }
        if found < entryPoints.count { return .partial }
        if sound < entryPoints.count { return .broken }
        return whole == entryPoints.count ? .complete : .sketched
    }
}

/// Chooses the draft that is the solution, and adds to it what it needs from the other blocks.
struct DraftSelection {
    private let blocks: [[Statement]]
    private let entryPoints: [String]

    /// - Parameter blocks: the statements of each block, in the order of the text.
    init(_ blocks: [[Statement]], entryPoints: [String]) {
        self.blocks = blocks
        self.entryPoints = entryPoints
    }

    /// The best draft with its quality; of equal ones the last.
    func best() -> (draft: Draft, quality: Draft.Quality) {
        var best: (index: Int, quality: Draft.Quality)?
        for (index, block) in blocks.enumerated() {
            let quality = Draft(statements: block).quality(for: entryPoints)
            if best.map({ quality >= $0.quality }) ?? true { best = (index, quality) }
        }
        guard let best else { return (Draft(statements: []), .foreign) }
        if best.quality >= .broken { return (completed([best.index]), best.quality) }
        let joined = joinedPieces()
        let draft = completed(joined)
        let quality = draft.quality(for: entryPoints)
        if quality > .foreign { return (draft, quality) }
        // Nothing has the wanted names: the longest block is most likely the answer.
        let longest = blocks.indices.max { size(of: blocks[$0]) < size(of: blocks[$1]) } ?? 0
        return (Draft(statements: blocks[longest]), .foreign)
    }

    private func size(of block: [Statement]) -> Int {
        block.reduce(0) { $0 + $1.lines.count }
    }

    /// For each entry point the last block that defines it, soundly if any does.
    private func joinedPieces() -> [Int] {
        var chosen: Set<Int> = []
        for name in entryPoints {
            let defining = blocks.indices.filter { index in
                blocks[index].contains { $0.names.bound.contains(name) && $0.kind != .importing }
            }
            let sound = defining.filter { index in
                blocks[index].contains { $0.names.bound.contains(name) && !$0.hasError && !$0.isStub && !$0.isSketch }
            }
            if let index = sound.last ?? defining.last { chosen.insert(index) }
        }
        return chosen.sorted()
    }

    /// Joins blocks and adds, from the others, the statements that bind names which are missing.
    private func completed(_ chosen: [Int]) -> Draft {
        var statements = chosen.flatMap { blocks[$0] }
        var bound = statements.reduce(into: Set<String>()) { $0.formUnion($1.names.bound) }
        let kept = Reachability.kept(statements, entryPoints: entryPoints)
        var missing = Set(
            zip(statements, kept).filter(\.1).flatMap { $0.0.names.free }.filter { !bound.contains($0) })
        // The nearest block before is asked first, then those after.
        let first = chosen.first ?? 0
        let others = (0..<first).reversed() + (first..<blocks.count).filter { !chosen.contains($0) }
        var additions: [(block: Int, index: Int)] = []
        for block in others {
            var last = -1
            while last != additions.count {
                last = additions.count
                for (index, statement) in blocks[block].enumerated() {
                    guard !statement.hasError, statement.kind != .main,
                        !statement.names.bound.isDisjoint(with: missing),
                        !additions.contains(where: { $0 == (block, index) })
                    else { continue }
                    additions.append((block, index))
                    bound.formUnion(statement.names.bound)
                    missing.formUnion(statement.names.free)
                    missing.subtract(bound)
                }
            }
        }
        additions.sort { $0 < $1 }
        statements.insert(contentsOf: additions.map { blocks[$0.block][$0.index] }, at: 0)
        return Draft(statements: statements)
    }
}
