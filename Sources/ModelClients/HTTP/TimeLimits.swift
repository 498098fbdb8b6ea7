/// How long a request may take before it counts as failed.
public struct TimeLimits: Sendable, Hashable {
    public var connect: Duration
    /// From sending to the first byte of the answer. Servers that do not stream send it when the answer is finished.
    public var firstByte: Duration
    /// From sending to the last byte.
    public var whole: Duration

    public init(
        connect: Duration = .seconds(10), firstByte: Duration = .seconds(600), whole: Duration = .seconds(900)
    ) {
        self.connect = connect
        self.firstByte = firstByte
        self.whole = whole
    }
}
