public import EvaluationCore

/// One place of a table.
public struct Cell: Sendable, Hashable, Codable {
    public enum Value: Sendable, Hashable, Codable {
        case text(String)
        case number(Double)
        case count(Int)
        /// Not measured or not defined here.
        case none
    }

    public var value: Value
    public var interval: Interval?
    /// What a reader must know before using the figure; a renderer numbers equal notes alike.
    public var notes: [String]
    /// Nil for texts and for figures that were not computed from attempts.
    public var trace: Trace?
    /// Of a text that says a verdict.
    public var verdict: Verdict.Kind?

    public init(
        _ value: Value, interval: Interval? = nil, notes: [String] = [], trace: Trace? = nil,
        verdict: Verdict.Kind? = nil
    ) {
        self.value = value
        self.interval = interval
        self.notes = notes
        self.trace = trace
        self.verdict = verdict
    }

    public init(_ estimate: Estimate?, notes: [String] = [], trace: Trace? = nil) {
        self.init(
            estimate.map { .number($0.value) } ?? .none, interval: estimate?.interval, notes: notes, trace: trace)
    }

    public static let none = Cell(.none)

    /// The notes that say that a figure is not the last word: answers are missing, not scored, or met an error of ours.
    public var gaps: [String] { notes.filter { $0.hasPrefix(Gaps.heading) } }
}

/// Each note once, in order.
func unique(_ notes: some Sequence<String>) -> [String] {
    var seen = Set<String>()
    return notes.filter { seen.insert($0).inserted }
}
