import ModelClients
import Testing

@Suite struct PacerTests {
    private let start = ContinuousClock.now

    /// Starts as many requests as are let through and returns their tickets.
    private func fill(_ pacer: inout Pacer, at now: ContinuousClock.Instant) -> [Pacer.Ticket] {
        var tickets: [Pacer.Ticket] = []
        while pacer.mayStart(at: now) { tickets.append(pacer.start()) }
        return tickets
    }

    @Test func `as many requests as allowed are under way at once`() {
        var pacer = Pacer(maximum: 3)
        #expect(fill(&pacer, at: start).count == 3)
    }

    @Test func `a 429 halves the limit, once for all that were under way together`() {
        var pacer = Pacer(maximum: 16)
        for ticket in fill(&pacer, at: start) {
            pacer.finish(ticket, .rateLimited(pause: nil), at: start) { _ in .zero }
        }
        #expect(pacer.limit == 8)
    }

    @Test func `answers let the limit grow back to the maximum and no further`() {
        var pacer = Pacer(maximum: 4)
        pacer.finish(pacer.start(), .rateLimited(pause: nil), at: start) { _ in .zero }
        #expect(pacer.limit == 2)
        for _ in 0..<20 { pacer.finish(pacer.start(), .answered, at: start) { _ in .zero } }
        #expect(pacer.limit == 4)
    }

    @Test func `a pause holds everything back until it is over`() {
        var pacer = Pacer(maximum: 4)
        pacer.finish(pacer.start(), .rateLimited(pause: .seconds(5)), at: start) { _ in .zero }
        #expect(!pacer.mayStart(at: start + .seconds(4)))
        #expect(pacer.mayStart(at: start + .seconds(5)))
    }

    @Test func `one failure between answers slows nobody down`() {
        var pacer = Pacer(maximum: 8)
        pacer.finish(pacer.start(), .failed, at: start) { _ in .seconds(9) }
        pacer.finish(pacer.start(), .answered, at: start) { _ in .seconds(9) }
        #expect(fill(&pacer, at: start).count == 8)
    }

    @Test func `failures in a row leave one request at a time and pause`() {
        var pacer = Pacer(maximum: 8)
        var now = start
        for _ in 0..<6 {
            pacer.finish(pacer.start(), .failed, at: now) { _ in .seconds(1) }
            now += .seconds(10)
        }
        #expect(pacer.failedRounds == 6)
        #expect(!pacer.mayStart(at: now - .seconds(9.5)))
        #expect(fill(&pacer, at: now).count == 1)
    }

    @Test func `a hiccup that fails everything under way is one failure`() {
        var pacer = Pacer(maximum: 50)
        for ticket in fill(&pacer, at: start) { pacer.finish(ticket, .failed, at: start) { _ in .zero } }
        #expect(pacer.failedRounds == 1)
    }

    @Test func `delays double, are spread, and have an end`() {
        let policy = RetryPolicy(firstDelay: .seconds(1), longestDelay: .seconds(10))
        #expect((1...6).map { policy.delay(before: $0, fraction: 1) } == [1, 2, 4, 8, 10, 10].map { .seconds($0) })
        #expect(policy.delay(before: 3, fraction: 0) == .seconds(2))
    }
}
