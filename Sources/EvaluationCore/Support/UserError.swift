/// A mistake in the input or the environment: one line that says what, where and how to mend it. Exit code 2.
public struct UserError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, and where.
    public var problem: String
    /// What the user can do about it.
    public var remedy: String?

    public init(_ problem: String, remedy: String? = nil) {
        self.problem = problem
        self.remedy = remedy
    }

    public var description: String {
        remedy.map { "\(problem); \($0)" } ?? problem
    }
}
