public import EvaluationCore

/// An answer that another program obtained.
public struct ImportedAttempt: Sendable, Hashable {
    public var sample: SampleID
    /// Nil where the file does not say: the answer then belongs to whatever task is being replayed or imported.
    public var task: PromptTask?
    public var subject: AttemptKey.Subject
    /// The how-manieth answer to this question, from 0: as the file says it, or in its order.
    public var index: Int
    public var text: String
    /// Whether `text` only goes on from the prompt's end (`completion`) instead of standing by itself (`solution`).
    public var isContinuation: Bool
    /// Why there is no answer, where the model could not give one.
    public var refusal: String?
    /// The index that the file states.
    var ownIndex: Int?

    public init(
        sample: SampleID, task: PromptTask? = nil, subject: AttemptKey.Subject = .task, index: Int = 0, text: String,
        isContinuation: Bool = false, refusal: String? = nil
    ) {
        self.sample = sample
        self.task = task
        self.subject = subject
        self.index = index
        self.text = text
        self.isContinuation = isContinuation
        self.refusal = refusal
    }

    /// - Parameter task: where the file does not say.
    func key(under task: PromptTask) -> AttemptKey {
        AttemptKey(sample: sample, task: self.task ?? task, subject: subject, index: index)
    }
}
