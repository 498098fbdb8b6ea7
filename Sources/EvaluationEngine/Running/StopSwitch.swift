internal import Synchronization

/// Ends a run gently: no attempt is started any more, those under way are finished and recorded.
public final class StopSwitch: Sendable {
    private let isFlipped = Mutex(false)

    public init() {}

    public func flip() { isFlipped.withLock { $0 = true } }
    public var wasFlipped: Bool { isFlipped.withLock { $0 } }
}
