public import EvaluationCore

/// The way from a question to its verdict: what was asked, what the model answered, which code was judged, what every
/// check saw, and, of the one that decided, what it sent and what happened.
public struct AttemptEvidence: Sendable, Hashable, Codable {
    /// The run's name, its file and its model.
    public var run: String
    public var path: String
    public var model: String
    public var key: AttemptKey
    public var title: String
    /// Nil when the prompt cannot be made any more: the sample is not in this dataset.
    public var prompt: Prompt?
    /// What a strategy asked and found on the way to the answer; empty where the question was asked plainly.
    public var steps: [AttemptStep]
    public var answer: Answer?
    /// Why there is no answer.
    public var refusal: String?
    public var judgement: Judgement?
    /// What a reader has to know before relying on the texts shown.
    public var notes: [String]

    public struct Answer: Sendable, Hashable, Codable {
        /// As the model wrote it, without its thoughts.
        public var text: String
        public var thinking: String?
        public var finish: FinishReason
        public var usage: TokenUsage
        /// Seconds.
        public var latency: Double
        public var servedModel: String?
    }

    public enum Judgement: Sendable, Hashable, Codable {
        case code(CodeJudgement)
        /// What was read from the answer, and what would have been right.
        case label(read: String, truth: String)
    }

    public struct CodeJudgement: Sendable, Hashable, Codable {
        /// Nil when the answer holds no code.
        public var code: String?
        /// What was cut from the answer to get it.
        public var removed: [RemovedText]
        public var verdict: Verdict
        /// 0 to 100.
        public var codeBLEU: Double
        /// Nil when no check decided.
        public var deciding: Deciding?
    }

    public struct Deciding: Sendable, Hashable, Codable {
        public var check: CheckOutcome
        /// Nil when this dataset has no such check.
        public var source: CheckSource?
    }

    public var code: CodeJudgement? {
        if case .code(let judgement)? = judgement { judgement } else { nil }
    }
}
