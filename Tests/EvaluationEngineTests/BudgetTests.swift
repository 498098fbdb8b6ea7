import EvaluationCore
import EvaluationEngine
import Testing

@Suite struct BudgetTests {
    @Test func `a budget of tokens is never exceeded and its end can be resumed`() async throws {
        let recorder = MemoryRecorder()
        let model = ScriptedModel()
        let outcome = try await Evaluation.small(
            .small(samples: 50), model, recorder, connections: 8, budget: Budget(tokens: 200)
        ).run()
        guard case .budgetReached(let text) = outcome.ending else {
            Issue.record("ended as \(outcome.ending)")
            return
        }
        #expect(text == "the budget of 200 tokens does not allow another attempt")
        #expect(outcome.isIncomplete)
        #expect(outcome.progress.inputTokens + outcome.progress.outputTokens <= 200)
        #expect(recorder.attempts.count >= 10)
        #expect(recorder.scores.count == recorder.attempts.count)
    }

    @Test func `a budget holds for the run, not for one command`() async throws {
        let recorder = MemoryRecorder()
        for _ in 0..<3 {
            _ = try await Evaluation.small(
                .small(samples: 50), ScriptedModel(), recorder, connections: 8, budget: Budget(tokens: 200)
            ).run()
        }
        let spent = try await recorder.spentTokens()
        #expect(spent.input + spent.output <= 200)
        #expect(spent.input + spent.output > 100)
    }

    @Test func `a budget of money uses the price of both directions`() async throws {
        let price = PriceList.Price(input: 1_000_000, output: 2_000_000)
        let outcome = try await Evaluation.small(
            .small(samples: 50), ScriptedModel(), MemoryRecorder(), connections: 1,
            budget: Budget(cost: 100, price: price)
        ).run()
        #expect(outcome.progress.cost == Double(outcome.progress.inputTokens + 2 * outcome.progress.outputTokens))
        #expect(outcome.progress.cost! <= 100)
        #expect(outcome.progress.cost! > 40)
    }
}
