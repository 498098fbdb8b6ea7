import ArgumentParser
import EvaluationCore
import EvaluationEngine

/// What a run may use up.
struct BudgetOptions: ParsableArguments {
    @Option(help: "Stop before this much money is spent; needs --prices.") var maxCost: Double?
    @Option(help: "Stop before this many tokens, in and out together.") var maxTokensTotal: Int?
    @Option(
        help: "A JSON file of prices: {\"provider/model\": {\"input\": 0.15, \"output\": 0.6}}, per million tokens.")
    var prices: String?

    /// - Throws: `UserError` when a cost is to be kept but the model has no price.
    func budget(for model: String) throws -> Budget {
        let price = try prices.map { try PriceList(file: $0) }?.price(of: model)
        if maxCost != nil && price == nil {
            throw UserError("--max-cost needs a price of \(model)", remedy: "name it in the file given with --prices")
        }
        return Budget(tokens: maxTokensTotal, cost: maxCost, price: price)
    }
}
