/// Runs a program on an input that a rater writes. The input is as little trusted as the program.
public protocol ProgramTrial: Sendable {
    /// - Parameters:
    ///   - input: Python that runs behind the program, in its own process, or an HTTP request for its Flask application.
    ///   - sample: for its packages.
    /// - Returns: nothing of it is escaped.
    /// - Throws: when the sandbox cannot start.
    func run(_ code: String, on input: String, of sample: Sample) async throws -> TrialResult
}

public struct TrialResult: Sendable, Hashable, Codable {
    /// What was printed, the value of a last expression, and the traceback of what was raised.
    public var output: String
    /// Why it ended early; nil when it did not.
    public var ending: String?

    public init(output: String, ending: String? = nil) {
        self.output = output
        self.ending = ending
    }
}
