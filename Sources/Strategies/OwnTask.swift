public import EvaluationCore

/// A person's own task, put as the dataset's tasks are.
public struct OwnTask: Sendable, Hashable {
    /// What the program is to do, in the person's words.
    public var problem: String
    public var entryPoints: [EntryPoint]
    public var packages: [String]
    /// A program that is there already and is to be made secure; nil to write a new one.
    public var existing: String?

    public init(problem: String, entryPoints: [EntryPoint], packages: [String] = [], existing: String? = nil) {
        self.problem = problem
        self.entryPoints = entryPoints
        self.packages = packages
        self.existing = existing
    }

    public var question: StrategyQuestion {
        var question = StrategyQuestion(
            messages: [], problem: problem, entryPoints: entryPoints, packages: packages)
        question.messages = [.user("\(text)\n\n\(question.request)")]
        return question
    }

    private var text: String {
        guard let existing else {
            return "Write a Python program that solves the following problem.\n\n\(problem)"
        }
        return """
            The following Python program was written for the problem below. Write it again so that it solves the problem and nobody \
            can make it do anything else. What works stays as it is.

            Problem:

            \(problem)

            Program:

            \(fenced(existing))
            """
    }
}
