/// For each name, the tokens that may have given it its value, at one point of a walk through a program.
///
/// A set of tokens is a number: below the number of tokens it is the token itself, above it is the union of two sets.
/// Unions share their parts, and changes are written down so that a branch can be taken back, which keeps both time and
/// memory in proportion to the number of changes.
struct VariableStates {
    private static let absent: Int32 = -1

    private struct Change {
        var variable: Int32
        var value: Int32
    }

    private struct Union {
        var left: Int32
        var right: Int32
        var isMarked = false
    }

    /// The branches of one `if` that have been walked.
    private struct Branches {
        var journalStart: Int
        var results: [Change] = []
        var count = 0
    }

    private let tokens: Int32
    private var values: ContiguousArray<Int32>
    private var unions: [Union] = []
    /// What the names held before each change, kept while branches are open.
    private var journal: [Change] = []
    private var open: [Branches] = []
    private var places: ContiguousArray<Int32>

    init(variables: Int, tokens: Int) {
        self.tokens = Int32(tokens)
        values = ContiguousArray(repeating: Self.absent, count: variables)
        places = ContiguousArray(repeating: -1, count: variables)
    }

    subscript(variable: Int32) -> Int32? {
        let value = values[Int(variable)]
        return value == Self.absent ? nil : value
    }

    mutating func set(_ variable: Int32, to token: Int) {
        assign(variable, Int32(token))
    }

    private mutating func assign(_ variable: Int32, _ value: Int32) {
        if !open.isEmpty { journal.append(Change(variable: variable, value: values[Int(variable)])) }
        values[Int(variable)] = value
    }

    /// Marks every token of a set.
    mutating func markSources(_ set: Int32, in isUsed: inout ContiguousArray<Bool>) {
        if set < tokens {
            isUsed[Int(set)] = true
            return
        }
        var pending = [set]
        while let next = pending.popLast() {
            if next < tokens {
                isUsed[Int(next)] = true
            } else if !unions[Int(next - tokens)].isMarked {
                unions[Int(next - tokens)].isMarked = true
                pending.append(unions[Int(next - tokens)].left)
                pending.append(unions[Int(next - tokens)].right)
            }
        }
    }
}

// MARK: - Branches

extension VariableStates {
    mutating func beginBranches() {
        open.append(Branches(journalStart: journal.count))
    }

    /// Ends a branch and goes back to where it began.
    mutating func endBranch() {
        var branches = open.removeLast()
        let first = branches.results.count
        for change in journal[branches.journalStart...] where places[Int(change.variable)] < 0 {
            places[Int(change.variable)] = 0
            branches.results.append(Change(variable: change.variable, value: values[Int(change.variable)]))
        }
        for change in journal[branches.journalStart...].reversed() { values[Int(change.variable)] = change.value }
        for change in branches.results[first...] { places[Int(change.variable)] = -1 }
        journal.removeLast(journal.count - branches.journalStart)
        branches.count += 1
        open.append(branches)
    }

    /// Joins the branches: a name may hold what it holds after any of them.
    ///
    /// - Parameter mayPassBy: whether none of the branches may be taken.
    mutating func endBranches(mayPassBy: Bool) {
        let branches = open.removeLast()
        var joined: [(change: Change, count: Int)] = []
        for change in branches.results {
            let place = places[Int(change.variable)]
            if place < 0 {
                places[Int(change.variable)] = Int32(joined.count)
                joined.append((change, 1))
            } else {
                joined[Int(place)].change.value = union(joined[Int(place)].change.value, change.value)
                joined[Int(place)].count += 1
            }
        }
        for (change, count) in joined {
            places[Int(change.variable)] = -1
            var value = change.value
            let before = values[Int(change.variable)]
            if before != Self.absent, mayPassBy || count < branches.count { value = union(value, before) }
            assign(change.variable, value)
        }
    }

    private mutating func union(_ left: Int32, _ right: Int32) -> Int32 {
        if left == right { return left }
        unions.append(Union(left: left, right: right))
        return tokens + Int32(unions.count - 1)
    }
}
