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
        let interval: Duration = terminalWidth == nil ? .seconds(5) : .milliseconds(200)
        for await progress in source.progress(every: interval) { show(progress) }
        if terminalWidth != nil { write("\r\u{1B}[K") }
    }

    private func show(_ progress: ProgressSnapshot) {
        if let terminalWidth {
            write("\r\(ProgressLine.terminal(progress, width: terminalWidth))\u{1B}[K")
        } else {
            write(ProgressLine.plain(progress) + "\n")
        }
    }
}
