import EvaluationEngine
import Testing

@Suite struct ProgressLineTests {
    private var progress: ProgressSnapshot {
        var progress = ProgressSnapshot()
        progress.total = 36
        progress.reused = 4
        progress.made = 8
        progress.inFlight = 4
        progress.tokensPerSecond = 86.6
        progress.scored = 6
        progress.awaitingScore = 2
        progress.remaining = 69.2
        return progress
    }

    @Test func `a plain line says what there is to say`() {
        #expect(
            ProgressLine.plain(progress)
                == "attempts 12/36 (4 reused) · 4 in flight · 87 tokens/s · scored 6/8 · 1m 10s to go")
    }

    @Test func `trouble and cost are said when there are any`() {
        var progress = progress
        progress.failed = 1
        progress.refused = 2
        progress.retries = 3
        progress.harnessErrors = 5
        progress.cost = 0.0123
        let line = ProgressLine.plain(progress)
        #expect(line.contains("1 failed · 2 refused · 3 retries"))
        #expect(line.contains("cost 0.0123"))
        #expect(line.contains("5 harness errors"))
    }

    @Test func `silence is said when it is long, and how long it may be`() {
        var progress = progress
        progress.silence = 29
        #expect(!ProgressLine.plain(progress).contains("no answer"))
        progress.silence = 61
        progress.answerTimeout = 900
        #expect(ProgressLine.plain(progress).contains("4 in flight · no answer for 1m 1s, at most 15m 0s · "))
        progress.inFlight = 0
        #expect(!ProgressLine.plain(progress).contains("no answer"))
    }

    @Test func `where all attempts were there already, as when a run is only scored, none is called reused`() {
        var progress = progress
        progress.reused = progress.total
        progress.made = 0
        #expect(ProgressLine.plain(progress).hasPrefix("attempts 36/36 · "))
    }

    @Test func `nothing done yet is a short line`() {
        var progress = ProgressSnapshot()
        progress.total = 3
        #expect(ProgressLine.plain(progress) == "attempts 0/3")
    }

    @Test func `a terminal's line has a bar and fits`() {
        #expect(ProgressLine.terminal(progress, width: 200).hasPrefix("██████░░░░░░░░░░░░░░ attempts 12/36"))
        #expect(ProgressLine.terminal(progress, width: 30).count == 29)
    }

    @Test(arguments: [(9.1, "10s"), (59, "59s"), (60, "1m 0s"), (3599.5, "1h 0m"), (7500, "2h 5m")])
    func `durations are said in two units at most`(_ seconds: Double, text: String) {
        #expect(ProgressLine.duration(seconds) == text)
    }
}
