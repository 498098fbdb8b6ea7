internal import Synchronization

/// Parsers that wait for their next use, so that each thread makes at most one.
final class ParserPool: Sendable {
    static let shared = ParserPool()

    private struct Box: @unchecked Sendable {
        // A parser is in the pool or in one caller's hands, never both.
        let parser: PythonParser
    }

    private let idle = Mutex<[Box]>([])

    func withParser<Result>(_ body: (PythonParser) throws -> Result) rethrows -> Result {
        let box = idle.withLock { $0.popLast() } ?? Box(parser: PythonParser())
        defer { idle.withLock { $0.append(box) } }
        return try body(box.parser)
    }
}
