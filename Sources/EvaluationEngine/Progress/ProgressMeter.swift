internal import EvaluationCore
internal import Synchronization

/// Counts what stages report and works out speed and time to go.
final class ProgressMeter: Sendable {
    private struct Sample {
        var time: Double
        var done: Int
        var tokens: Int
        var scored: Int
    }

    private struct State {
        var counts = ProgressSnapshot()
        var samples: [Sample] = []
        /// When attempts under way or made were last another number.
        var lastChange: ContinuousClock.Instant
        var isFinished = false
    }

    private let state: Mutex<State>
    private let start: ContinuousClock.Instant
    private let price: PriceList.Price?
    private let waits: WaitBoard?
    /// Seconds over which speed is measured.
    private let window = 30.0

    init(
        price: PriceList.Price?, waits: WaitBoard? = nil, answerTimeout: Double? = nil,
        start: ContinuousClock.Instant = .now
    ) {
        self.price = price
        self.waits = waits
        self.start = start
        var state = State(lastChange: start)
        state.counts.answerTimeout = answerTimeout
        self.state = Mutex(state)
    }

    func update(_ change: (inout ProgressSnapshot) -> Void) {
        state.withLock { state in
            let before = (state.counts.inFlight, state.counts.made)
            change(&state.counts)
            if before != (state.counts.inFlight, state.counts.made) { state.lastChange = .now }
        }
    }

    func finish() { state.withLock { $0.isFinished = true } }
    var isFinished: Bool { state.withLock { $0.isFinished } }

    /// One every `interval`, and one at once when a wait begins.
    func snapshots(every interval: Duration) -> AsyncStream<ProgressSnapshot> {
        AsyncStream { continuation in
            let ticking = Task {
                var news = 0
                while true {
                    let end = ContinuousClock.now + interval
                    while ContinuousClock.now < end, !isFinished, (waits?.news ?? 0) == news {
                        try await Task.sleep(for: min(interval, .milliseconds(100)))
                    }
                    news = waits?.news ?? 0
                    let isLast = isFinished
                    continuation.yield(snapshot())
                    if isLast { break }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in ticking.cancel() }
        }
    }

    func snapshot(at now: ContinuousClock.Instant = .now) -> ProgressSnapshot {
        state.withLock { state in
            let time = start.duration(to: now) / .seconds(1)
            var snapshot = state.counts
            snapshot.elapsed = time
            snapshot.requests = waits?.requests ?? 0
            snapshot.waiting = waits?.current(at: now).map {
                ProgressSnapshot.Waiting(reason: $0.reason, seconds: now.duration(to: $0.end) / .seconds(1))
            }
            snapshot.silence = state.lastChange.duration(to: now) / .seconds(1)
            snapshot.cost = price?.cost(input: snapshot.inputTokens, output: snapshot.outputTokens)
            if (state.samples.last?.time ?? -1) + 0.2 <= time {
                state.samples.append(
                    Sample(time: time, done: snapshot.made, tokens: snapshot.outputTokens, scored: snapshot.scored))
            }
            while state.samples.count > 2, state.samples[1].time < time - window { state.samples.removeFirst() }
            guard let first = state.samples.first, time - first.time > 0.5 else { return snapshot }
            let seconds = time - first.time
            snapshot.tokensPerSecond = Double(snapshot.outputTokens - first.tokens) / seconds
            let toMake = Double(snapshot.total - snapshot.done)
            let toScore = Double(snapshot.awaitingScore) + toMake
            let making = Self.time(toMake, rate: Double(snapshot.made - first.done) / seconds)
            let scoring = Self.time(toScore, rate: Double(snapshot.scored - first.scored) / seconds)
            // The two overlap; the slower one decides.
            if let making { snapshot.remaining = max(making, scoring ?? 0) } else { snapshot.remaining = nil }
            return snapshot
        }
    }

    private static func time(_ amount: Double, rate: Double) -> Double? {
        if amount <= 0 { return 0 }
        return rate > 0 ? amount / rate : nil
    }
}
