/// SplitMix64 (Steele, Lea, Flood 2014, https://doi.org/10.1145/2660193.2660195): small, seeded, the same on every machine.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    /// A stream of its own for every text, so that adding a sample changes no other sample's draws.
    public init(seed: UInt32, stream: String) {
        // FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in stream.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        state = hash ^ (UInt64(seed) &* 0x9e37_79b9_7f4a_7c15)
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
