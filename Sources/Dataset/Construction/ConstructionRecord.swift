/// One record's way through the flowchart.
public struct ConstructionRecord: Sendable, Hashable, Codable {
    /// One stay in a state.
    public struct Visit: Sendable, Hashable, Codable {
        public var state: String
        /// What was found there; empty when the record went on.
        public var findings: [DraftFinding]
        public var spent: Spent

        public init(state: String, findings: [DraftFinding] = [], spent: Spent = Spent()) {
            self.state = state
            self.findings = findings
            self.spent = spent
        }
    }

    /// What the model was asked in a visit, the correction of what was found included.
    public struct Spent: Sendable, Hashable, Codable {
        public var calls = 0
        public var inputTokens = 0
        public var outputTokens = 0

        public init() {}

        mutating func add(_ usage: (input: Int?, output: Int?)) {
            calls += 1
            inputTokens += usage.input ?? 0
            outputTokens += usage.output ?? 0
        }

        static func += (left: inout Spent, right: Spent) {
            left.calls += right.calls
            left.inputTokens += right.inputTokens
            left.outputTokens += right.outputTokens
        }
    }

    /// From 1.
    public var number: Int
    /// `Flowchart.kept` or `Flowchart.dropped`.
    public var outcome: String
    /// Why it was dropped, where the findings of the last visit do not tell.
    public var reason: String?
    public var visits: [Visit]
    /// What a second programmer's program failed, which the author says the Problem says, with the words.
    public var disputes: [String]
    public var files: DraftFiles

    public var isKept: Bool { outcome == Flowchart.kept }
    public var spent: Spent { visits.reduce(into: Spent()) { $0 += $1.spent } }
}

/// Where records pass and where they fail, for each state of the flowchart.
public struct ConstructionStatistics: Sendable, Hashable, Codable {
    public struct Row: Sendable, Hashable, Codable {
        public var state: String
        /// Records that came here.
        public var records = 0
        /// Records that passed when they came here first.
        public var atOnce = 0
        /// Records that passed after they had been sent back.
        public var mended = 0
        /// Records that ended here.
        public var dropped = 0
        public var spent = ConstructionRecord.Spent()
    }

    public var records: Int
    public var kept: Int
    /// In the flowchart's order; states that no record came to included.
    public var rows: [Row]

    public init(_ records: [ConstructionRecord], flowchart: Flowchart) {
        self.records = records.count
        kept = records.count { $0.isKept }
        rows = flowchart.states.map { state in
            var row = Row(state: state.id)
            for record in records {
                let visits = record.visits.filter { $0.state == state.id }
                guard let first = visits.first, let last = visits.last else { continue }
                row.records += 1
                if first.findings.isEmpty { row.atOnce += 1 }
                if !last.findings.isEmpty { row.dropped += 1 }
                if !first.findings.isEmpty, last.findings.isEmpty { row.mended += 1 }
                for visit in visits { row.spent += visit.spent }
            }
            return row
        }
    }
}
