public import EvaluationCore

/// A planned attempt with all that is known of it, for formats that list attempts and not figures.
public struct JudgedAttempt: Sendable, Hashable {
    /// The run's name in tables, its file and its model.
    public var run: String
    public var path: String
    public var model: String
    public var key: AttemptKey
    /// Nil when it was not made yet.
    public var attempt: Attempt?
    public var score: Score?

    public init(
        run: String, path: String, model: String, key: AttemptKey, attempt: Attempt? = nil, score: Score? = nil
    ) {
        self.run = run
        self.path = path
        self.model = model
        self.key = key
        self.attempt = attempt
        self.score = score
    }

    /// Of a code task that was scored.
    var verdict: Verdict? {
        if case .code(_, let verdict, _)? = score?.result { verdict } else { nil }
    }

    /// The code that was judged.
    var code: String? {
        if case .code(let extracted, _, _)? = score?.result { extracted?.code } else { nil }
    }

    /// `CWE-89_01, attempt 2`, and of `detect` which code was shown.
    var name: String {
        let shown = key.task == .detect ? ", shown \(key.subject.rawValue)" : ""
        return "\(key.sample)\(shown), attempt \(key.index + 1)"
    }
}
