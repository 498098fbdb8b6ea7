import Reports
import Testing

@Suite struct PassAtKTests {
    @Test func `one success of two attempts`() {
        #expect(passAtK(attempts: 2, successes: 1, k: 1) == 0.5)
        #expect(passAtK(attempts: 2, successes: 1, k: 2) == 1)
    }

    @Test func `nothing is known about more attempts than were made`() {
        #expect(passAtK(attempts: 2, successes: 2, k: 3) == nil)
        #expect(passAtK(attempts: 0, successes: 0, k: 1) == nil)
    }

    @Test(arguments: [1, 3, 10, 200])
    func `equals the share of all draws of k attempts that hold a success`(attempts: Int) throws {
        for successes in 0...attempts {
            for k in [1, 2, 5] where k <= attempts {
                let without = (0..<k).reduce(1.0) {
                    $0 * max(0, Double(attempts - successes - $1)) / Double(attempts - $1)
                }
                let value = try #require(passAtK(attempts: attempts, successes: successes, k: k))
                #expect(abs(value - (1 - without)) < 1e-12)
            }
        }
    }
}
