internal import Dispatch
internal import EvaluationCore
internal import Foundation
internal import Synchronization

/// One run of a program, from its start to its end.
final class ProgramProcess: Sendable {
    /// It ended before it had answered.
    struct Ended: Error {
        /// `ended with exit code 1`
        var words: String
        /// The shell found no such program.
        var wasNeverFound: Bool
    }

    private struct State {
        var waiting: [String: CheckedContinuation<JSONValue, any Error>] = [:]
        /// What it wrote since the last line break.
        var rest = Data()
        var end: Ended?
        /// Why we killed it.
        var reason: String?
        /// The first line that was no answer.
        var oddLine: String?
    }

    /// Bytes of a line.
    private static let longest = 16 << 20
    private let input = Pipe()
    private let output = Pipe()
    private let errors = Pipe()
    /// Writing blocks when the program does not read.
    private let writing = DispatchQueue(label: "secucogen.program.input")
    private let log: ProgramLog
    private let takes: @Sendable (Int) -> Void
    private let state = Mutex(State())
    private let tree: ProcessTree
    private let readers = Mutex<[PipeReader]>([])

    /// - Parameter takes: is told how many requests the program takes at once, when it says so.
    /// - Throws: `ModelError` when it cannot be started.
    init(_ command: ProgramCommand, log: ProgramLog, takes: @escaping @Sendable (Int) -> Void) throws {
        self.log = log
        self.takes = takes
        // Another child that inherited this end would keep the program's input open.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        let outputHasEnded = DispatchSemaphore(value: 0)
        tree = try ProcessTree(command, input: input, output: output, errors: errors) {
            // What it wrote last may not have been read yet; a child of its own may hold the output open for ever.
            _ = outputHasEnded.wait(timeout: .now() + 0.5)
        }
        readers.withLock {
            $0 = [
                PipeReader(output) { [weak self] in
                    self?.received($0)
                } whenEnded: {
                    outputHasEnded.signal()
                },
                PipeReader(errors) { [log] in log.write($0) },
            ]
        }
        Task { [weak self, tree] in
            let end = await tree.waitUntilEnd()
            self?.noteEnd(end)
        }
    }

    var hasEnded: Bool { state.withLock { $0.end != nil } }

    var lastWords: String {
        let odd = state.withLock { $0.oddLine }.map { "; it wrote what is no answer: '\($0)'" } ?? ""
        return odd + log.lastWords
    }

    /// - Returns: the line with the request's id.
    /// - Throws: `Ended`, `CancellationError`.
    func ask(_ request: RequestLine) async throws -> JSONValue {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let line = try encoder.encode(request) + Data("\n".utf8)
        let id = request.id
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let end: (any Error)? = state.withLock { state in
                    if Task.isCancelled { return CancellationError() }
                    if let end = state.end { return end }
                    state.waiting[id] = continuation
                    return nil
                }
                if let end { return continuation.resume(throwing: end) }
                writing.async { try? self.input.fileHandleForWriting.write(contentsOf: line) }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(throwing: CancellationError())
        }
    }

    /// - Parameter reason: for those who still wait.
    func kill(_ reason: String) {
        state.withLock { $0.reason = $0.reason ?? reason }
        tree.killAll()
    }

    /// Closes its input, and kills it with all that it has started when it has not ended after two seconds.
    func end() async {
        writing.async { try? self.input.fileHandleForWriting.close() }
        let patience = Task {
            try await Task.sleep(for: .seconds(2))
            tree.killAll()
        }
        _ = await tree.waitUntilEnd()
        patience.cancel()
        tree.killAll()
        for reader in readers.withLock({ $0 }) { reader.stop() }
    }

    private func received(_ data: Data) {
        let (lines, isTooLong) = state.withLock { state -> ([Data], Bool) in
            guard let end = data.lastIndex(of: UInt8(ascii: "\n")) else {
                state.rest += data
                return ([], state.rest.count > Self.longest)
            }
            let whole = state.rest + data[..<end]
            state.rest = Data(data[data.index(after: end)...])
            return (whole.split(separator: UInt8(ascii: "\n")), false)
        }
        if isTooLong {
            state.withLock { $0.rest = Data() }
            kill("it wrote a line of more than \(Self.longest >> 20) MiB")
        }
        for line in lines { take(line) }
    }

    private func take(_ line: Data) {
        guard let value = try? JSONReader.read(Array(line)), value.object != nil else { return noteOdd(line) }
        guard let id = value["id"].string else {
            if let count = value["concurrency"].count { takes(count) } else { noteOdd(line) }
            return
        }
        state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(returning: value)
    }

    private func noteOdd(_ line: Data) {
        let text = ServerMessage.line(String(decoding: line.prefix(200), as: UTF8.self))
        state.withLock { $0.oddLine = $0.oddLine ?? text }
    }

    private func noteEnd(_ end: ProcessTree.End) {
        let (waiting, ended) = state.withLock { state in
            let words = state.reason.map { "was ended: \($0)" } ?? "ended with \(end.words)"
            let ended = Ended(words: words, wasNeverFound: end.wasNeverFound)
            state.end = ended
            defer { state.waiting = [:] }
            return (Array(state.waiting.values), ended)
        }
        for continuation in waiting { continuation.resume(throwing: ended) }
    }
}
