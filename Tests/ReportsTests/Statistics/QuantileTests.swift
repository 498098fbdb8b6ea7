import EvaluationCore
import Reports
import Testing

@Suite struct QuantileTests {
    @Test func `interpolates between neighbours`() {
        var values = [40.0, 10, 30, 20]
        #expect(quantile(&values, 0) == 10)
        #expect(quantile(&values, 0.5) == 25)
        #expect(quantile(&values, 1) == 40)
        var one = [3.0]
        #expect(quantile(&one, 0.025) == 3)
    }

    @Test func `equals what sorting gives, with many equal values too`() {
        var generator = SeededGenerator(seed: 9)
        for round in 0..<300 {
            let count = Int.random(in: 1...60, using: &generator)
            let kinds = round % 3 == 0 ? 2 : 50
            var values = (0..<count).map { _ in Double(Int.random(in: 0..<kinds, using: &generator)) }
            let sorted = values.sorted()
            let fraction = Double.random(in: 0...1, using: &generator)
            let position = fraction * Double(count - 1)
            let below = Int(position)
            let above = min(below + 1, count - 1)
            let expected = sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
            #expect(abs(quantile(&values, fraction) - expected) < 1e-12)
        }
    }
}
