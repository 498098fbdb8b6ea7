/// What the answers of a run have used up so far.
public struct SpentTokens: Sendable, Hashable {
    /// As the server counted them.
    public var input: Int
    /// As the server counted them, or estimated from the texts where it did not.
    public var output: Int
    /// Answered attempts whose prompts the server did not count.
    public var uncountedPrompts: [AttemptKey]

    public init(input: Int = 0, output: Int = 0, uncountedPrompts: [AttemptKey] = []) {
        self.input = input
        self.output = output
        self.uncountedPrompts = uncountedPrompts
    }
}
