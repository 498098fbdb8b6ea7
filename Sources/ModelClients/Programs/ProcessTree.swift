internal import EvaluationCore
internal import Foundation
internal import Synchronization

/// A process and all that it starts, which end together.
final class ProcessTree: Sendable {
    struct End: Sendable, Hashable {
        var status: Int32
        var isSignal: Bool

        /// `exit code 1`
        var words: String { "\(isSignal ? "signal" : "exit code") \(status)" }
        /// The shell found no such program.
        var wasNeverFound: Bool { !isSignal && (status == 126 || status == 127) }
    }

    private struct State {
        var end: End?
        var waiting: [CheckedContinuation<End, Never>] = []
    }

    /// Whoever has it in the environment was started by this process.
    private static let mark = "SECUCOGEN_PROGRAM"

    private let process = Process()
    private let mark = UUID().uuidString
    private let state = Mutex(State())

    /// - Parameters:
    ///   - folder: where it works; nil for where this process does.
    ///   - whenEnded: called before anybody who waits goes on.
    /// - Throws: `ModelError` when it cannot be started.
    init(
        _ command: ProgramCommand, in folder: URL? = nil, input: Any, output: Any, errors: Any,
        whenEnded: @escaping @Sendable () -> Void = {}
    ) throws {
        // A program that ended must not end this process when it is written to.
        signal(SIGPIPE, SIG_IGN)
        process.executableURL = URL(fileURLWithPath: command.executable)
        process.arguments = command.arguments
        process.environment = command.environment.merging([Self.mark: mark]) { $1 }
        process.currentDirectoryURL = folder
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
        process.terminationHandler = { [weak self] process in
            whenEnded()
            self?.noteEnd(
                End(status: process.terminationStatus, isSignal: process.terminationReason == .uncaughtSignal))
        }
        do {
            try process.run()
        } catch {
            throw ModelError(.misconfigured, "'\(command.executable)' cannot be started: \(error.localizedDescription)")
        }
    }

    var end: End? { state.withLock { $0.end } }

    func waitUntilEnd() async -> End {
        await withCheckedContinuation { continuation in
            let end = state.withLock { state in
                if state.end == nil { state.waiting.append(continuation) }
                return state.end
            }
            if let end { continuation.resume(returning: end) }
        }
    }

    /// Its process group, and whoever has left it.
    func killAll() {
        if end == nil { _ = Foundation.kill(-process.processIdentifier, SIGKILL) }
        let mark = Data("\(Self.mark)=\(mark)".utf8)
        // One that is just being started may be missed the first time.
        for _ in 0..<3 {
            let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int32($0) } ?? []
            let ours = all.filter { identifier in
                let environment = try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(identifier)/environ"))
                return environment?.split(separator: 0).contains(mark[...]) == true
            }
            guard !ours.isEmpty else { return }
            for identifier in ours { _ = Foundation.kill(identifier, SIGKILL) }
        }
    }

    private func noteEnd(_ end: End) {
        let waiting = state.withLock { state in
            state.end = end
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: end) }
    }
}
