/// How the model draws its tokens. Nil leaves a setting to the server, and is recorded as such.
public struct SamplingParameters: Sendable, Hashable, Codable {
    public var temperature: Double?
    public var topP: Double?
    public var maxTokens: Int
    /// Of the plan; attempt `i` (from 0) is drawn with `seed + i`.
    public var seed: UInt32

    public init(temperature: Double? = nil, topP: Double? = nil, maxTokens: Int = 1024, seed: UInt32 = 0) {
        self.temperature = temperature
        self.topP = topP
        self.maxTokens = maxTokens
        self.seed = seed
    }
}
