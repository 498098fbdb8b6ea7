/// Names one attempt of a run: which question, and the how-manieth answer to it.
public struct AttemptKey: Sendable, Hashable, Codable, Comparable {
    /// What the prompt of a labelling task shows. `task` for tasks that yield code.
    public enum Subject: String, Sendable, Hashable, Codable, CaseIterable {
        case task, insecure, secure
    }

    public var sample: SampleID
    public var task: PromptTask
    public var subject: Subject
    /// From 0.
    public var index: Int

    public init(sample: SampleID, task: PromptTask, subject: Subject = .task, index: Int = 0) {
        self.sample = sample
        self.task = task
        self.subject = subject
        self.index = index
    }

    public static func < (left: AttemptKey, right: AttemptKey) -> Bool {
        (left.task.rank, left.sample, left.subject.rawValue, left.index)
            < (right.task.rank, right.sample, right.subject.rawValue, right.index)
    }
}

extension PromptTask {
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self)! }
}
