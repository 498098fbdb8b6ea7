/// What a model costs.
public struct ModelPrice: Sendable, Hashable {
    /// Money per million tokens.
    public var input: Double
    public var output: Double

    public init(input: Double, output: Double) {
        self.input = input
        self.output = output
    }

    func cost(_ inputTokens: Double, _ outputTokens: Double) -> Double {
        (inputTokens * input + outputTokens * output) / 1_000_000
    }
}
