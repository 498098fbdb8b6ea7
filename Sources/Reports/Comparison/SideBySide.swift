public import EvaluationCore

/// One of two answers that are put side by side. Its texts may hold anything.
public struct ComparedAnswer: Sendable, Hashable {
    public var heading: String
    public var verdict: Verdict.Kind?
    public var code: String
    /// What decided its verdict.
    public var evidence: String

    public init(heading: String, verdict: Verdict.Kind? = nil, code: String, evidence: String = "") {
        self.heading = heading
        self.verdict = verdict
        self.code = code
        self.evidence = evidence
    }
}

/// Two answers next to each other in columns of characters, equal lines on one level, and below each what decided:
///
///     before: insecure                after: secure
///     -------------------------------------------------------
///     query = "a" + name            | query = "a"
///     run(query)                      run(query)
///                                   > close()
///     -------------------------------------------------------
///     security/test_union:17: the     9 functional checks held,
///     word shows a claimed item       3 attacks had no effect
///
/// - Parameter width: columns of the terminal, at least 60; longer lines go on below, after `↳`.
public func sideBySide(
    _ first: ComparedAnswer, _ second: ComparedAnswer, width: Int = 120, palette: Palette = .plain
) -> String {
    let page = FacingPages(column: (max(60, width) - 3) / 2, palette: palette)
    var lines = page.prose(
        (first.heading, first.verdict.map { Palette.Role($0) }),
        (second.heading, second.verdict.map { Palette.Role($0) }))
    lines.append(page.rule)
    for (left, right) in alignedLines(lineList(first.code), lineList(second.code)) { lines += page.code(left, right) }
    if !first.evidence.isEmpty || !second.evidence.isEmpty {
        lines.append(page.rule)
        lines += page.prose((first.evidence, nil), (second.evidence, nil))
    }
    return lines.joined(separator: "\n") + "\n"
}

private struct FacingPages {
    /// Columns of characters on either side.
    let column: Int
    let palette: Palette

    var rule: String { String(repeating: "-", count: 2 * column + 3) }

    func prose(_ left: (text: String, role: Palette.Role?), _ right: (text: String, role: Palette.Role?)) -> [String] {
        lines(
            wrapped(withVisibleControls(left.text), to: column), left.role, " ",
            wrapped(withVisibleControls(right.text), to: column), right.role)
    }

    /// - Parameter left, right: lines of code on one level; nil where a side has none.
    func code(_ left: String?, _ right: String?) -> [String] {
        guard left != right else { return lines(shown(left), nil, " ", shown(right), nil) }
        let mark = left == nil ? ">" : right == nil ? "<" : "|"
        return lines(shown(left), .bad, mark, shown(right), .good)
    }

    private func shown(_ line: String?) -> [String] {
        guard let line else { return [] }
        let text = withVisibleControls(line.replacing("\t", with: "    "))
        guard displayWidth(text) > column else { return [text] }
        return folded(text, to: column - 2).enumerated().map { $0 == 0 ? $1 : "↳ \($1)" }
    }

    private func lines(
        _ left: [String], _ leftRole: Palette.Role?, _ mark: String, _ right: [String], _ rightRole: Palette.Role?
    ) -> [String] {
        (0..<max(left.count, right.count)).map { index in
            let (one, other) = (index < left.count ? left[index] : "", index < right.count ? right[index] : "")
            let gap = String(repeating: " ", count: max(0, column - displayWidth(one)))
            return trimmedRight("\(painted(one, leftRole))\(gap) \(mark) \(painted(other, rightRole))")
        }
    }

    private func painted(_ text: String, _ role: Palette.Role?) -> String {
        role.map { palette.painted(text, $0) } ?? text
    }
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
