internal import EvaluationCore
internal import Foundation

/// What models cost. A JSON file: `{"openai/gpt-4o-mini": {"input": 0.15, "output": 0.6}}`, in money per million tokens.
public struct PriceList: Sendable, Hashable {
    public struct Price: Sendable, Hashable, Codable {
        /// Per million tokens.
        public var input: Double
        public var output: Double

        public init(input: Double, output: Double) {
            self.input = input
            self.output = output
        }

        public func cost(input tokensIn: Int, output tokensOut: Int) -> Double {
            (Double(tokensIn) * input + Double(tokensOut) * output) / 1_000_000
        }
    }

    private var prices: [String: Price]

    public init(_ prices: [String: Price]) { self.prices = prices }

    /// - Throws: `UserError` when the file is missing or of another form.
    public init(file path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UserError("the price file '\(path)' cannot be read", remedy: "check the path")
        }
        do {
            prices = try JSONDecoder().decode([String: Price].self, from: data)
        } catch {
            throw UserError(
                "the price file '\(path)' has another form than it should",
                remedy: #"write {"provider/model": {"input": 0.15, "output": 0.6}}, per million tokens"#)
        }
        for (model, price) in prices where !(price.input >= 0 && price.output >= 0) {
            throw UserError("the price file '\(path)' has a negative price for '\(model)'", remedy: "correct it")
        }
    }

    public func price(of model: String) -> Price? { prices[model] }
}
