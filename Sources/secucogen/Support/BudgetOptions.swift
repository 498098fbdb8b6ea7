import ArgumentParser
import EvaluationCore
import EvaluationEngine

/// What a run may use up.
struct BudgetOptions: ParsableArguments {
    @Option(help: "Stop before the run has spent this much money, over all commands; needs --prices.") var maxCost:
        Double?
    @Option(help: "Stop before the run has used this many tokens, in and out together, over all commands.")
    var maxTokensTotal: Int?
    @Option(
        help: "A JSON file of prices: {\"provider/model\": {\"input\": 0.15, \"output\": 0.6}}, per million tokens.",
        completion: .file(extensions: ["json"]))
    var prices: String?

    func validate() throws {
        guard maxCost.map({ $0 > 0 && $0.isFinite }) ?? true else {
            throw ValidationError("--max-cost has to be above 0")
        }
        guard maxTokensTotal.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--max-tokens-total has to be above 0")
        }
    }

    /// - Throws: `UserError` when a cost is to be kept but the model has no price.
    func budget(for model: String) throws -> Budget {
        let price = try prices.map { try PriceList(file: $0) }?.price(of: model)
        if maxCost != nil && price == nil {
            throw UserError("--max-cost needs a price of \(model)", remedy: "name it in the file given with --prices")
        }
        return Budget(tokens: maxTokensTotal, cost: maxCost, price: price)
    }
}
