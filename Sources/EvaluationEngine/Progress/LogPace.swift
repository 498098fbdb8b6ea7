/// Which of a log's progress lines are worth writing. On a terminal a line replaces the one before; in a log each stays,
/// so a long run says less often what it says, and what has not changed is said once a minute.
struct LogPace: Sendable {
    private var last: ProgressSnapshot?

    /// Whether to write this one now; if so, it counts as written.
    mutating func isDue(_ progress: ProgressSnapshot) -> Bool {
        guard let last else {
            self.last = progress
            return true
        }
        let gap = progress.elapsed - last.elapsed
        let moved = Self.news(progress) != Self.news(last)
        guard gap >= (moved ? Self.gap(after: progress.elapsed) : Self.longestGap) else { return false }
        self.last = progress
        return true
    }

    /// Whether the last line that was written says all that there is to say.
    func hasSaid(_ progress: ProgressSnapshot) -> Bool { last.map(Self.news) == Self.news(progress) }

    /// Seconds between two lines: a tenth of the time so far, so that each line stands for as large a part as the others.
    private static func gap(after elapsed: Double) -> Double { min(max(elapsed / 10, shortestGap), longestGap) }
    private static let shortestGap = 5.0
    private static let longestGap = 60.0

    /// What a reader of a log waits for: everything but clocks and speeds.
    private static func news(_ progress: ProgressSnapshot) -> [Int] {
        [
            progress.total, progress.done, progress.failed, progress.refused, progress.retries, progress.scored,
            progress.harnessErrors, progress.waiting == nil ? 0 : 1,
        ]
    }
}
