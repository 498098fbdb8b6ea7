package import EvaluationCore

/// The planned attempts of one run under one task that yields code, laid out by sample and index.
package struct CodeOutcomes: Sendable {
    package enum State: Sendable, Hashable {
        case missing
        /// There is an answer, and it is not judged yet.
        case unscored
        case judged(Verdict.Kind)
    }

    package struct Outcome: Sendable {
        package var state = State.missing
        /// 0 to 1; 0 until it is scored.
        package var codeBLEU = 0.0
        package var sandboxLevel: Int?
        /// What people say; nil where nobody was asked, or nobody has settled a difference.
        package var people: Judgement.Verdict?
    }

    package let samples: [SampleID]
    /// Per sample.
    package let attempts: Int
    /// Scored attempts that the plan does not ask for.
    package private(set) var unplanned = 0
    /// `attempts` for each sample, one sample after the other.
    private var outcomes: [Outcome]

    package init(_ study: Study, run: Int, task: PromptTask) {
        let results = study.runs[run]
        samples = results.plan.samples.sorted()
        attempts = results.plan.attempts
        outcomes = Array(repeating: Outcome(), count: samples.count * attempts)
        let rows = Dictionary(samples.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for attempt in results.attempts where attempt.key.task == task {
            guard let row = rows[attempt.key.sample], attempt.key.index < attempts else {
                unplanned += attempt.score == nil ? 0 : 1
                continue
            }
            guard case .code(let kind, _, let level, let codeBLEU)? = attempt.score else {
                outcomes[row * attempts + attempt.key.index].state = .unscored
                continue
            }
            outcomes[row * attempts + attempt.key.index] = Outcome(
                state: .judged(kind), codeBLEU: codeBLEU, sandboxLevel: level,
                people: study.people?.runs[run][attempt.key])
        }
    }

    package subscript(row: Int) -> ArraySlice<Outcome> {
        outcomes[(row * attempts)..<((row + 1) * attempts)]
    }

    /// Rows of the samples that pass the test.
    package func rows(where test: (SampleID) -> Bool) -> [Int] {
        samples.indices.filter { test(samples[$0]) }
    }

    package func count(in rows: [Int], where test: (State) -> Bool) -> Int {
        rows.reduce(0) { sum, row in sum + self[row].count { test($0.state) } }
    }

    package func sandboxLevels(in rows: [Int]) -> Set<Int> {
        Set(rows.flatMap { self[$0].compactMap(\.sandboxLevel) })
    }
}
