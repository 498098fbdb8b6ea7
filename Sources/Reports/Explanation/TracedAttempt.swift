public import EvaluationCore

/// One planned attempt behind a figure, and what became of it.
public struct TracedAttempt: Sendable, Hashable, Codable {
    public var key: AttemptKey
    /// Nil when the attempt was not made.
    public var result: AttemptResult?

    public init(key: AttemptKey, result: AttemptResult?) {
        self.key = key
        self.result = result
    }

    /// Nil of labels, and where there is none yet.
    public var verdict: Verdict.Kind? {
        if case .code(let kind, _, _, _)? = result?.score { kind } else { nil }
    }

    /// `secure`, `incorrect (wrong-result)`, `CWE-89`, `missing`, ….
    public var judgement: String {
        guard let result else { return "missing" }
        switch result.score {
        case .code(let kind, let cause?, _, _): return "\(kind.rawValue) (\(cause))"
        case .code(let kind, nil, _, _): return kind.rawValue
        case .label(let label): return label.word
        case nil: return "not scored"
        }
    }
}

extension Study {
    /// The planned attempts that a trace names, in the order of their keys.
    public func attempts(behind trace: Trace) -> [TracedAttempt] {
        let samples = Set(trace.samples)
        var results: [AttemptKey: AttemptResult] = [:]
        for attempt in runs[trace.run].attempts
        where attempt.key.task == trace.task && samples.contains(attempt.key.sample) {
            results[attempt.key] = attempt
        }
        return plannedKeys(ofRun: trace.run, task: trace.task)
            .filter { samples.contains($0.sample) && $0.index < trace.attempts }
            .map { TracedAttempt(key: $0, result: results[$0]) }
    }
}
