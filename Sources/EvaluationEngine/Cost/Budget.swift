internal import EvaluationCore

/// What a run may use up at most, over all commands that work on it.
public struct Budget: Sendable, Hashable {
    /// In and out together.
    public var tokens: Int?
    public var cost: Double?
    /// Needed for `cost`.
    public var price: PriceList.Price?

    public init(tokens: Int? = nil, cost: Double? = nil, price: PriceList.Price? = nil) {
        self.tokens = tokens
        self.cost = cost
        self.price = price
    }

    public static let unlimited = Budget()

    var isUnlimited: Bool { tokens == nil && cost == nil }
}

/// Keeps a budget: every attempt is first reserved at the most that it can use, then settled at what it did use.
struct Account: Sendable {
    let budget: Budget
    private(set) var spent = TokenCount()
    private var reserved = TokenCount()

    /// - Parameter spent: by earlier commands.
    init(_ budget: Budget, spent: TokenCount) {
        self.budget = budget
        self.spent = spent
    }

    /// Whether the budget still holds if the attempt uses all of `most`; then it is reserved.
    mutating func reserve(_ most: TokenCount) -> Bool {
        let after = spent + reserved + most
        if let tokens = budget.tokens, after.input + after.output > tokens { return false }
        if let cost = budget.cost, let price = budget.price, price.cost(input: after.input, output: after.output) > cost
        {
            return false
        }
        reserved += most
        return true
    }

    mutating func settle(_ most: TokenCount, used: TokenCount) {
        reserved -= most
        spent += used
    }

    /// Which limit stands in the way, for the message.
    var description: String {
        if let tokens = budget.tokens, budget.cost == nil { return "the budget of \(tokens) tokens" }
        if let cost = budget.cost, budget.tokens == nil { return "the budget of \(cost)" }
        return "the budget"
    }
}

struct TokenCount: Sendable, Hashable {
    var input = 0
    var output = 0

    static func + (left: Self, right: Self) -> Self {
        TokenCount(input: left.input + right.input, output: left.output + right.output)
    }
    static func += (left: inout Self, right: Self) { left = left + right }
    static func -= (left: inout Self, right: Self) {
        left = TokenCount(input: left.input - right.input, output: left.output - right.output)
    }
}
