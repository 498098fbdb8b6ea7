public import EvaluationCore
internal import Foundation

extension AttemptKey {
    /// Names the attempt in files that other programs answer: `CWE-89_01--detect--insecure--2`, attempts counted from 1.
    ///
    /// At most 64 letters, digits, `-` and `_`, as Anthropic's batches demand.
    public var requestID: String {
        let parts = [sample.description, task.rawValue, subject == .task ? nil : subject.rawValue, "\(index + 1)"]
        return parts.compactMap { $0 }.joined(separator: Self.separator)
    }

    /// - Returns: nil for what is no such name.
    public init?(requestID: String) {
        let parts = requestID.components(separatedBy: Self.separator)
        guard parts.count == 3 || parts.count == 4, let sample = SampleID(parts[0]),
            let task = PromptTask(rawValue: parts[1]), let number = Int(parts[parts.count - 1]), number >= 1
        else { return nil }
        var subject = Subject.task
        if parts.count == 4 {
            guard let named = Subject(rawValue: parts[2]), named != .task else { return nil }
            subject = named
        }
        self.init(sample: sample, task: task, subject: subject, index: number - 1)
        guard self.requestID == requestID else { return nil }
    }

    private static let separator = "--"
}
