/// Two texts next to each other in columns of characters, equal lines on one level:
///
///     before                 after
///     query = "a" + name   | query = "a"
///     run(query)             run(query)
///                          > close()
///
/// - Parameters:
///   - first, second: a heading and a text; the texts may hold anything.
///   - width: columns of the terminal, at least 60; longer lines are cut.
public func sideBySide(
    _ first: (heading: String, text: String), _ second: (heading: String, text: String), width: Int = 120
) -> String {
    let column = (max(60, width) - 3) / 2
    var lines = [line(first.heading, " ", second.heading, column), String(repeating: "-", count: 2 * column + 3)]
    for (left, right) in alignedLines(lineList(first.text), lineList(second.text)) {
        let mark =
            switch (left, right) {
            case (let left?, let right?): left == right ? " " : "|"
            case (nil, _): ">"
            case (_, nil): "<"
            }
        lines.append(line(left ?? "", mark, right ?? "", column))
    }
    return lines.joined(separator: "\n") + "\n"
}

private func line(_ left: String, _ mark: String, _ right: String, _ column: Int) -> String {
    let text = "\(shown(left, column)) \(mark) \(shown(right, column))"
    return String(text.reversed().drop { $0 == " " }.reversed())
}

private func shown(_ text: String, _ column: Int) -> String {
    fitted(withVisibleControls(text.replacing("\t", with: "    ")), to: column, alignRight: false)
}

private func lineList(_ text: String) -> [String] {
    var lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
}

/// Pairs of lines: equal ones together, and between them what was taken out beside what was put in.
package func alignedLines(_ first: [String], _ second: [String]) -> [(String?, String?)] {
    let difference = second.difference(from: first)
    let removed = Set(difference.removals.compactMap { if case .remove(let offset, _, _) = $0 { offset } else { nil } })
    let inserted = Set(
        difference.insertions.compactMap { if case .insert(let offset, _, _) = $0 { offset } else { nil } })
    var pairs: [(String?, String?)] = []
    var (left, right) = (0, 0)
    while left < first.count || right < second.count {
        let isRemoved = left < first.count && removed.contains(left)
        let isInserted = right < second.count && inserted.contains(right)
        // Neither means equal lines.
        let takesLeft = isRemoved || !isInserted
        let takesRight = isInserted || !isRemoved
        pairs.append((takesLeft ? first[left] : nil, takesRight ? second[right] : nil))
        left += takesLeft ? 1 : 0
        right += takesRight ? 1 : 0
    }
    return pairs
}
