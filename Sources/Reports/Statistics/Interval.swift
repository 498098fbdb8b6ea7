/// A confidence interval of 95 %.
public struct Interval: Sendable, Hashable, Codable {
    public var lower: Double
    public var upper: Double

    public static let confidence = 0.95

    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }
}

/// A figure and how sure it is.
public struct Estimate: Sendable, Hashable, Codable {
    public var value: Double
    /// Nil where no interval can be given (one sample, say).
    public var interval: Interval?

    public init(value: Double, interval: Interval? = nil) {
        self.value = value
        self.interval = interval
    }
}
