/// Runs tests that a model wrote against a program that a model wrote. Neither is trusted.
public protocol ProgramTester: Sendable {
    /// - Parameters:
    ///   - tests: Python whose functions `test_…` and `abuse_…` are tests; empty to see whether the program loads.
    ///   - program: what is tested; the tests use its names directly.
    ///   - entryPoints: names that the program has to define.
    ///   - packages: third-party packages that both may import.
    /// - Throws: when the sandbox cannot start, and `ModelError` of kind `.unavailable` when this run of it failed: that is
    ///   nobody's fault, and another try may work.
    func run(_ tests: String, on program: String, entryPoints: [String], packages: [String]) async throws -> TestReport
}

public struct TestReport: Sendable, Hashable, Codable {
    public struct Outcome: Sendable, Hashable, Codable {
        public var name: String
        /// The test's own text, cut where it is long.
        public var source: String
        public var passed: Bool
        /// Why it did not pass.
        public var message: String?

        public init(name: String, source: String = "", passed: Bool, message: String? = nil) {
            self.name = name
            self.source = source
            self.passed = passed
            self.message = message
        }
    }

    /// Why the program cannot be used: it does not load, or lacks an entry point.
    public var programError: String?
    /// Why the tests cannot be used.
    public var testsError: String?
    /// In the order of the text.
    public var outcomes: [Outcome]

    public init(programError: String? = nil, testsError: String? = nil, outcomes: [Outcome] = []) {
        self.programError = programError
        self.testsError = testsError
        self.outcomes = outcomes
    }
}
