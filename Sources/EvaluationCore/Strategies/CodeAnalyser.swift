/// Static analysis of a program that is not run.
public protocol CodeAnalyser: Sendable {
    /// - Throws: `UserError` when an analyser is missing or broken.
    func findings(in program: String) async throws -> [AnalyserFinding]
}

public struct AnalyserFinding: Sendable, Hashable, Codable {
    /// `bandit`, `semgrep`.
    public var tool: String
    public var rule: String
    /// From 1.
    public var line: Int
    public var message: String

    public init(tool: String, rule: String, line: Int, message: String) {
        self.tool = tool
        self.rule = rule
        self.line = line
        self.message = message
    }
}
