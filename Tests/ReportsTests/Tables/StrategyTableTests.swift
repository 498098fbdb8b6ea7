import EvaluationCore
import Reports
import Testing

/// The figures of `Fixture.strategies`, worked out by hand.
@Suite struct StrategyTableTests {
    private func cell(_ row: String, _ column: String, options: StudyOptions = StudyOptions()) throws -> Cell.Value {
        let table = try #require(try Fixture.strategies(options: options).tables(["strategies"]).first)
        let place = try #require(table.columns.firstIndex { $0.id == column })
        let found = try #require(table.rows.first { $0.id == "\(row)/generate" })
        return found.cells[place].value
    }

    @Test func `a strategy is told apart from plain and from resample, sample by sample`() throws {
        // Plain: numbers 1 and 3 of each type are secure at first. Tests: 1, 2 and 4.
        #expect(try cell("test/model", "sec@1") == .number(0.5))
        #expect(try cell("test/model + tests:2", "sec@1") == .number(0.75))
        #expect(try cell("test/model + tests:2", "plain-difference") == .number(0.25))
        #expect(try cell("test/model + tests:2", "plain-gained") == .count(6))
        #expect(try cell("test/model + tests:2", "plain-lost") == .count(3))
        // Resample: 1 and 2.
        #expect(try cell("test/model + tests:2", "resample-gained") == .count(3))
        #expect(try cell("test/model + tests:2", "resample-lost") == .count(0))
        #expect(try cell("test/model", "plain-difference") == .none)
        #expect(try cell("test/model + resample:4", "resample-difference") == .none)
        // Number 3 fails its functional checks.
        #expect(try cell("test/model + tests:2", "functional") == .number(0.75))
    }

    @Test func `costs are those of all calls, over attempts and over what became secure`() throws {
        #expect(try cell("test/model", "calls") == .number(1))
        #expect(try cell("test/model + tests:2", "calls") == .number(3))
        #expect(try cell("test/model + tests:2", "tokens") == .number(450))
        // 24 attempts, 18 of them secure.
        #expect(try cell("test/model + tests:2", "tokens-per-secure") == .number(600))
        #expect(try cell("test/model + tests:2", "seconds") == .number(2))
        #expect(try cell("test/model + aware", "tokens") == .none)
        let prices = StudyOptions(prices: ["test/model": ModelPrice(input: 1_000_000, output: 2_000_000)])
        // 410 tokens in and 40 out: 490 an attempt.
        #expect(try cell("test/model + tests:2", "cost-per-secure", options: prices) == .number(490 * 24 / 18))
        #expect(try cell("test/model + aware", "cost-per-secure", options: prices) == .none)
    }

    @Test func `a model without a strategy has no row, and a study without any no table`() throws {
        let table = try #require(try Fixture.strategies().tables(["strategies"]).first)
        #expect(!table.rows.contains { $0.id.hasPrefix("other/model") })
        #expect(table.rows.count == 4)
        #expect(!(try Fixture.everyTask().tables().contains { $0.id == "strategies" }))
    }
}
