import EvaluationCore
import Testing

@Suite struct SeededGeneratorTests {
    /// The first outputs for seed 1234567, from the algorithm's reference (https://prng.di.unimi.it/splitmix64.c).
    @Test func `it is SplitMix64`() {
        var generator = SeededGenerator(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in generator.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test func `streams of one seed differ, and the same stream repeats`() {
        var (a, b, c) = (
            SeededGenerator(seed: 1, stream: "a"), SeededGenerator(seed: 1, stream: "b"),
            SeededGenerator(seed: 1, stream: "a")
        )
        let first = a.next()
        #expect(first != b.next())
        #expect(first == c.next())
    }
}
