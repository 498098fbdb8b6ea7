internal import Synchronization

/// How servers of the same API differ.
struct OpenAIDialect: Sendable, Hashable {
    var limitsCompletionTokens = false
    var takesSeed = true
    /// Stop sequences that are sent; what is not is cut here. OpenAI takes four, and so do servers of its kind.
    var mostStops = 4

    /// The dialect that avoids what the server has just complained about; nil when none does.
    func avoiding(_ parameter: RejectedParameter?) -> OpenAIDialect? {
        var other = self
        switch parameter {
        case .maxTokens where !limitsCompletionTokens, .maxCompletionTokens where !limitsCompletionTokens:
            other.limitsCompletionTokens = true
        case .maxCompletionTokens: other.limitsCompletionTokens = false
        case .stop where mostStops > 0: other.mostStops = mostStops > 1 ? 1 : 0
        default: return nil
        }
        return other
    }
}

/// What is known of a server's dialect, shared by all requests to it.
final class LearntDialect: Sendable {
    private let value: Mutex<OpenAIDialect>

    init(_ dialect: OpenAIDialect) { value = Mutex(dialect) }

    var current: OpenAIDialect { value.withLock { $0 } }
    func update(_ change: (inout OpenAIDialect) -> Void) { value.withLock { change(&$0) } }
}
