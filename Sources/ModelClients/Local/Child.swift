internal import EvaluationCore
internal import Foundation
internal import Synchronization

/// A process whose standard input this process holds open, and whose standard error is kept for messages.
final class Child: Sendable {
    private struct State {
        var pending = Data()
        var line: CheckedContinuation<Data?, Never>?
        var hasEnded = false
        var ending: [CheckedContinuation<Void, Never>] = []
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let log: URL
    private let state = Mutex(State())

    /// - Throws: `UserError` when the executable cannot be started.
    init(executable: String, arguments: [String], environment: [String: String]) throws {
        log = FileManager.default.temporaryDirectory.appendingPathComponent("secucogen-server-\(UUID().uuidString).log")
        guard FileManager.default.createFile(atPath: log.path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let errors = FileHandle(forWritingAtPath: log.path)
        else {
            throw UserError(
                "cannot write to '\(log.deletingLastPathComponent().path)'", remedy: "set TMPDIR to a writable folder")
        }
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        // Another child that inherited this end would keep the server alive after this process is gone.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        process.terminationHandler = { [weak self] _ in self?.noteEnd() }
        do {
            try process.run()
        } catch {
            throw UserError(
                "cannot start '\(executable)': \(error.localizedDescription)", remedy: "run 'secucogen setup --model'")
        }
        try? errors.close()
    }

    var processIdentifier: Int32 { process.processIdentifier }

    /// Sends `message` and waits for one line.
    ///
    /// - Returns: nil when the process ends first.
    func exchange(_ message: Data) async throws -> Data? {
        await withCheckedContinuation { continuation in
            state.withLock { $0.line = continuation }
            output.fileHandleForReading.readabilityHandler = { [weak self] handle in
                self?.received(handle.availableData)
            }
            try? input.fileHandleForWriting.write(contentsOf: message)
        }
    }

    func kill() { _ = Foundation.kill(process.processIdentifier, SIGKILL) }

    /// Kills the process, waits for its end and removes its log.
    func end() async {
        kill()
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if !state.hasEnded { state.ending.append(continuation) }
                return state.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
        output.fileHandleForReading.readabilityHandler = nil
        try? input.fileHandleForWriting.close()
        try? FileManager.default.removeItem(at: log)
    }

    /// The last lines of standard error, joined.
    var lastWords: String {
        let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        let lines = text.split(whereSeparator: \.isNewline).suffix(3)
        return lines.isEmpty ? "none" : lines.joined(separator: " | ")
    }

    private func received(_ data: Data) {
        let (line, continuation) = state.withLock { state -> (Data?, CheckedContinuation<Data?, Never>?) in
            state.pending += data
            let end = state.pending.firstIndex(of: UInt8(ascii: "\n"))
            guard data.isEmpty || end != nil else { return (nil, nil) }
            defer { state.line = nil }
            return (end.map { state.pending[..<$0] }, state.line)
        }
        if data.isEmpty || line != nil { output.fileHandleForReading.readabilityHandler = nil }
        continuation?.resume(returning: line)
    }

    private func noteEnd() {
        let waiting = state.withLock { state in
            state.hasEnded = true
            defer { state.ending = [] }
            return state.ending
        }
        for continuation in waiting { continuation.resume() }
    }
}
