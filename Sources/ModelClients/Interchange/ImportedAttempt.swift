public import EvaluationCore

/// An answer that another program obtained.
public struct ImportedAttempt: Sendable, Hashable {
    public var sample: SampleID
    /// Nil where the file does not say: the answer then belongs to whatever task is being replayed or imported.
    public var task: PromptTask?
    public var subject: AttemptKey.Subject
    /// The how-manieth answer of the file to this question, from 0.
    public var index: Int
    public var text: String
    /// Whether `text` only goes on from the prompt's end (`completion`) instead of standing by itself (`solution`).
    public var isContinuation: Bool

    public init(
        sample: SampleID, task: PromptTask? = nil, subject: AttemptKey.Subject = .task, index: Int = 0, text: String,
        isContinuation: Bool = false
    ) {
        self.sample = sample
        self.task = task
        self.subject = subject
        self.index = index
        self.text = text
        self.isContinuation = isContinuation
    }
}
