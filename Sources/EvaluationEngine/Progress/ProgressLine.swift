/// Words for a snapshot, as pure functions.
public enum ProgressLine {
    /// One line for a log: `attempts 12/36 (4 reused) · 4 in flight · 87 tokens/s · scored 8 · 1m 10s to go`.
    public static func plain(_ progress: ProgressSnapshot) -> String {
        // Where none is asked for any more, as when a run is only scored, "reused" would say nothing.
        let some = progress.reused > 0 && progress.reused < progress.total
        var parts = ["attempts \(progress.done)/\(progress.total)" + (some ? " (\(progress.reused) reused)" : "")]
        if progress.inFlight > 0 { parts.append("\(progress.inFlight) in flight") }
        if let waiting = progress.waiting {
            parts.append("waiting \(duration(waiting.seconds)): \(waiting.reason)")
        } else if progress.inFlight > 0, progress.silence >= longSilence {
            let most = progress.answerTimeout.map { ", at most \(duration($0))" } ?? ""
            parts.append("no answer for \(duration(progress.silence))\(most)")
        }
        if progress.failed > 0 { parts.append("\(progress.failed) failed") }
        if progress.refused > 0 { parts.append("\(progress.refused) refused") }
        if progress.retries > 0 { parts.append("\(progress.retries) retries") }
        if progress.tokensPerSecond >= 0.5 { parts.append("\(Int(progress.tokensPerSecond.rounded())) tokens/s") }
        if let cost = progress.cost, cost > 0 { parts.append("cost \(money(cost))") }
        if progress.scored > 0 || progress.awaitingScore > 0 {
            parts.append("scored \(progress.scored)/\(progress.scored + progress.awaitingScore)")
        }
        if progress.harnessErrors > 0 { parts.append("\(progress.harnessErrors) harness errors") }
        if let remaining = progress.remaining, remaining > 0 { parts.append("\(duration(remaining)) to go") }
        return parts.joined(separator: " · ")
    }

    /// Seconds without an answer after which they are said. A model on a laptop takes half a minute for an answer.
    private static let longSilence = 30.0

    /// A bar and the same words, cut to the terminal's width in columns.
    public static func terminal(_ progress: ProgressSnapshot, width: Int) -> String {
        let cells = 20
        let share = progress.total > 0 ? Double(progress.done) / Double(progress.total) : 0
        let filled = min(Int(share * Double(cells)), cells)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
        return String("\(bar) \(plain(progress))".prefix(max(width - 1, 0)))
    }

    /// `9s`, `1m 10s`, `2h 5m`.
    public static func duration(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        if whole < 60 { return "\(whole)s" }
        if whole < 3600 { return "\(whole / 60)m \(whole % 60)s" }
        return "\(whole / 3600)h \(whole % 3600 / 60)m"
    }

    /// Four digits after the point below one, two above.
    static func money(_ amount: Double) -> String {
        let scale = amount < 1 ? 10_000 : 100
        let units = Int((amount * Double(scale)).rounded())
        let fraction = String(units % scale)
        let digits = scale == 100 ? 2 : 4
        return "\(units / scale).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
    }
}
