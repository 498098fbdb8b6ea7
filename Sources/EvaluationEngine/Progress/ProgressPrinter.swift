/// Something whose progress can be followed.
public protocol ProgressSource: Sendable {
    /// How far it is, now and then, until it has ended; the last value is the final one.
    func progress(every interval: Duration) -> AsyncStream<ProgressSnapshot>
}

/// Shows an evaluation's progress: a line that redraws itself on a terminal, else a plain line now and then.
public struct ProgressPrinter: Sendable {
    /// Columns; nil when the output is no terminal.
    public var terminalWidth: Int?
    public var write: @Sendable (String) -> Void

    public init(terminalWidth: Int?, write: @escaping @Sendable (String) -> Void) {
        self.terminalWidth = terminalWidth
        self.write = write
    }

    /// Returns when the source has ended.
    public func follow(_ source: some ProgressSource) async {
        if let terminalWidth {
            for await progress in source.progress(every: .milliseconds(200)) {
                write("\r\(ProgressLine.terminal(progress, width: terminalWidth))\u{1B}[K")
            }
            write("\r\u{1B}[K")
        } else {
            await log(source)
        }
    }

    private func log(_ source: some ProgressSource) async {
        var pace = LogPace()
        var final: ProgressSnapshot?
        for await progress in source.progress(every: .seconds(5)) {
            if pace.isDue(progress) { write(ProgressLine.plain(progress) + "\n") }
            final = progress
        }
        // The end is said even where the pace had not come to it.
        if let final, !pace.hasSaid(final) { write(ProgressLine.plain(final) + "\n") }
    }
}
