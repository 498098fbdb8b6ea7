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
        var onEnd: [CheckedContinuation<Void, Never>] = []
    }

    /// Bytes of a line.
    private static let longest = 16 << 20
    /// Whoever has it in the environment was started by this program.
    private static let mark = "SECUCOGEN_PROGRAM"

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let errors = Pipe()
    /// Writing blocks when the program does not read.
    private let writing = DispatchQueue(label: "secucogen.program.input")
    private let log: ProgramLog
    private let mark = UUID().uuidString
    private let takes: @Sendable (Int) -> Void
    private let state = Mutex(State())
    private let outputHasEnded = DispatchSemaphore(value: 0)

    /// - Parameter takes: is told how many requests the program takes at once, when it says so.
    /// - Throws: `ModelError` when it cannot be started.
    init(_ command: ProgramCommand, log: ProgramLog, takes: @escaping @Sendable (Int) -> Void) throws {
        self.log = log
        self.takes = takes
        // A program that ended must not end this process when it is written to.
        signal(SIGPIPE, SIG_IGN)
        process.executableURL = URL(fileURLWithPath: command.executable)
        process.arguments = command.arguments
        process.environment = command.environment.merging([Self.mark: mark]) { $1 }
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
        // Another child that inherited this end would keep the program's input open.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        output.fileHandleForReading.readabilityHandler = { [weak self, outputHasEnded] handle in
            let data = handle.availableData
            guard data.isEmpty else { return self?.received(data) ?? () }
            handle.readabilityHandler = nil
            outputHasEnded.signal()
        }
        errors.fileHandleForReading.readabilityHandler = { [log] handle in
            let data = handle.availableData
            if data.isEmpty { handle.readabilityHandler = nil } else { log.write(data) }
        }
        process.terminationHandler = { [weak self] in self?.noteEnd($0) }
        do {
            try process.run()
        } catch {
            throw ModelError(.misconfigured, "'\(command.executable)' cannot be started: \(error.localizedDescription)")
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
        killAll()
    }

    /// Closes its input, and kills it with all that it has started when it has not ended after two seconds.
    func end() async {
        writing.async { try? self.input.fileHandleForWriting.close() }
        let patience = Task {
            try await Task.sleep(for: .seconds(2))
            killAll()
        }
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if state.end == nil { state.onEnd.append(continuation) }
                return state.end != nil
            }
            if hasEnded { continuation.resume() }
        }
        patience.cancel()
        killAll()
        output.fileHandleForReading.readabilityHandler = nil
        errors.fileHandleForReading.readabilityHandler = nil
    }

    /// Its process group, and whoever has left it.
    private func killAll() {
        if !hasEnded { _ = Foundation.kill(-process.processIdentifier, SIGKILL) }
        let mark = Data("\(Self.mark)=\(mark)".utf8)
        for _ in 0..<3 {
            let left = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int32($0) } ?? []
            let ours = left.filter { identifier in
                let environment = try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(identifier)/environ"))
                return environment?.split(separator: 0).contains(mark[...]) == true
            }
            guard !ours.isEmpty else { return }
            for identifier in ours { _ = Foundation.kill(identifier, SIGKILL) }
        }
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

    private func noteEnd(_ process: Process) {
        let status = process.terminationStatus
        let isSignal = process.terminationReason == .uncaughtSignal
        // What it wrote last may not have been read yet; a child of its own may hold the output open for ever.
        _ = outputHasEnded.wait(timeout: .now() + 0.5)
        let (waiting, onEnd, end) = state.withLock { state in
            let words =
                state.reason.map { "was ended: \($0)" } ?? "ended with \(isSignal ? "signal" : "exit code") \(status)"
            let end = Ended(words: words, wasNeverFound: !isSignal && (status == 126 || status == 127))
            state.end = end
            defer { (state.waiting, state.onEnd) = ([:], []) }
            return (Array(state.waiting.values), state.onEnd, end)
        }
        for continuation in waiting { continuation.resume(throwing: end) }
        for continuation in onEnd { continuation.resume() }
    }
}
