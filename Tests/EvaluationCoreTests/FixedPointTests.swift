import EvaluationCore
import Testing

@Suite struct FixedPointTests {
    @Test(arguments: [
        (0, 2, "0.00"), (2.345, 1, "2.3"), (0.999, 2, "1.00"), (-0.004, 2, "0.00"), (-1.5, 1, "-1.5"), (12, 0, "12"),
        (0.05, 2, "0.05"), (1234.5, 1, "1234.5"),
    ])
    func `numbers have the digits that were asked for`(value: Double, digits: Int, text: String) {
        #expect(value.fixed(digits) == text)
    }

    @Test func `what has no digits says so`() {
        #expect(Double.nan.fixed(2) == "nan")
        #expect(Double.infinity.fixed(2) == "inf")
    }
}
