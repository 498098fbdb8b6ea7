import EvaluationEngine
import Synchronization
import Testing

@Suite struct ProgressPrinterTests {
    /// A run whose every five seconds are made up: no clock is waited for.
    private struct MadeUpRun: ProgressSource {
        var snapshots: [ProgressSnapshot]

        func progress(every interval: Duration) -> AsyncStream<ProgressSnapshot> {
            AsyncStream { stream in
                for snapshot in snapshots { stream.yield(snapshot) }
                stream.finish()
            }
        }
    }

    private func lines(of snapshots: [ProgressSnapshot]) async -> [String] {
        let written = Mutex<[String]>([])
        let printer = ProgressPrinter(terminalWidth: nil) { text in written.withLock { $0.append(text) } }
        await printer.follow(MadeUpRun(snapshots: snapshots))
        return written.withLock { $0 }
    }

    /// One snapshot each five seconds; `made` says how many attempts are done after so many seconds.
    private func snapshots(seconds: Int, made: (Int) -> Int) -> [ProgressSnapshot] {
        stride(from: 0, through: seconds, by: 5).map { second in
            var progress = ProgressSnapshot()
            progress.total = 10_000
            progress.inFlight = 4
            progress.elapsed = Double(second)
            progress.made = made(second)
            return progress
        }
    }

    @Test func `a log of an hour has about a hundred lines, not seven hundred`() async {
        let lines = await lines(of: snapshots(seconds: 3600) { $0 * 2 })
        #expect((50...110).contains(lines.count), "\(lines.count)")
        #expect(Array(lines.prefix(3)) == [0, 10, 20].map { "attempts \($0)/10000 · 4 in flight\n" })
        #expect(lines.last == "attempts 7200/10000 · 4 in flight\n")
    }

    @Test func `what has not changed is said once a minute`() async {
        let lines = await lines(of: snapshots(seconds: 240) { _ in 3 })
        #expect(lines.count == 5)
    }

    @Test func `the end is said, once`() async {
        #expect(await lines(of: snapshots(seconds: 10) { $0 < 10 ? 3 : 4 }).last == "attempts 4/10000 · 4 in flight\n")
        var ended = snapshots(seconds: 600) { $0 }
        ended.append(ended[ended.count - 1])
        let lines = await lines(of: ended)
        #expect(lines.last == "attempts 600/10000 · 4 in flight\n")
        #expect(lines.dropLast().last != lines.last)
    }

    @Test func `on a terminal each snapshot redraws the line, which goes at the end`() async {
        let written = Mutex<[String]>([])
        let printer = ProgressPrinter(terminalWidth: 80) { text in written.withLock { $0.append(text) } }
        await printer.follow(MadeUpRun(snapshots: snapshots(seconds: 10) { _ in 3 }))
        let texts = written.withLock { $0 }
        #expect(texts.count == 4)
        #expect(texts.allSatisfy { $0.hasPrefix("\r") })
        #expect(texts.last == "\r\u{1B}[K")
    }
}
