import EvaluationCore
import EvaluationEngine

/// Says what a plan will roughly take: calls, tokens, time and cost for each task.
struct Forecast {
    var connections: Int
    var isLocal: Bool
    var price: PriceList.Price?

    /// Of one connection, assumed: models behind servers write 30 to 100 tokens a second, small ones on a processor 10 to 30.
    private var tokensPerSecond: Double { isLocal ? 20 : 50 }

    func text(_ tasks: [(task: String, estimate: PlanEstimate)]) -> String {
        let rows = tasks.map { line($0.task, $0.estimate) }
        let all = tasks.map(\.estimate).reduce(into: PlanEstimate()) { $0.add($1) }
        let kept = all.attempts - all.calls
        let notes = [
            kept > 0 ? "\(kept) answers are there already." : nil,
            "Tokens out and cost are the most that --max-tokens allows.",
            "Time: at \(connections) connections of \(Int(tokensPerSecond)) tokens a second each, as assumed; scoring goes on beside.",
        ].compactMap(\.self)
        return (rows + (tasks.count > 1 ? [line("all", all)] : []) + notes).joined(separator: "\n")
    }

    private func line(_ task: String, _ estimate: PlanEstimate) -> String {
        let seconds =
            Double(estimate.mostOutputTokens) / tokensPerSecond / Double(max(min(connections, estimate.calls), 1))
        var parts = [
            "\(task): \(estimate.calls) calls", "about \(estimate.inputTokens) tokens in",
            "at most \(estimate.mostOutputTokens) out",
            estimate.calls == 0 ? "no time" : "at most about \(ProgressLine.duration(seconds))",
        ]
        if let price { parts.append("at most \(estimate.mostCost(at: price).fixed(2)) in the price file's money") }
        return parts.joined(separator: ", ")
    }
}
