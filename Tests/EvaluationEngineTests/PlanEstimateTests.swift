import EvaluationCore
import EvaluationEngine
import Testing

@Suite struct PlanEstimateTests {
    @Test func `a plan's calls and tokens are known without asking anybody`() throws {
        let estimate = try PlanEstimate(.small(samples: 4, attempts: 3), renderer: PlainRenderer())
        #expect(estimate.attempts == 12)
        #expect(estimate.calls == 12)
        #expect(estimate.mostOutputTokens == 12 * 20)
        // "generate CWE-89_01" has 18 bytes: 6 tokens, and 7 around them.
        #expect(estimate.inputTokens == 12 * 13)
        #expect(estimate.mostCost(at: PriceList.Price(input: 1_000_000, output: 0)) == 156)
    }

    @Test func `what is durable needs no call`() throws {
        let plan = Plan.small(samples: 4)
        let estimate = try PlanEstimate(
            plan, finished: Set(plan.attemptKeys().prefix(3)), renderer: PlainRenderer())
        #expect(estimate.attempts == 4)
        #expect(estimate.calls == 1)
    }
}
