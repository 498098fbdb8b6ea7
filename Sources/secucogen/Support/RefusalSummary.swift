import EvaluationCore

/// What `run` says at its end of attempts that got no answer.
struct RefusalSummary {
    /// Nil when nothing was refused.
    let line: String?
    let isAll: Bool

    /// - Parameters:
    ///   - refusals: of the run.
    ///   - made: attempts that the run holds, those that were answered among them.
    init(_ refusals: [Refusal], made: Int) {
        isAll = !refusals.isEmpty && refusals.count == made
        guard !refusals.isEmpty else {
            line = nil
            return
        }
        let groups = Dictionary(grouping: refusals, by: \.name).sorted {
            ($1.value.count, $0.key) < ($0.value.count, $1.key)
        }
        let reasons = groups.map { name, members in
            // The words of one stand for all: they differ in numbers, if at all.
            "\(members.count) \(name) (\(members.map(\.words).min() ?? ""))"
        }
        let remedy = groups.lazy.compactMap { $0.value.first?.reason?.remedy }.first ?? ""
        let amount = isAll ? "all \(made) answers" : "\(refusals.count) of \(made) answers"
        line = "\(amount) were refused: \(reasons.joined(separator: ", ")); ask again with --retry-refused \(remedy)"
    }
}
