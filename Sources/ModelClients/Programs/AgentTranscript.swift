internal import EvaluationCore
internal import Foundation
internal import Synchronization

/// What an agent has printed: its beginning and its end, when it is long.
final class AgentTranscript: Sendable {
    /// Bytes of each.
    private static let most = 1 << 17

    private struct State {
        var beginning = Data()
        var end = Data()
        var leftOut = 0
        var isClosed = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func write(_ data: Data) {
        state.withLock { state in
            let first = data.prefix(max(0, Self.most - state.beginning.count))
            state.beginning += first
            state.end += data.dropFirst(first.count)
            if state.end.count > 2 * Self.most {
                state.leftOut += state.end.count - Self.most
                state.end = Data(state.end.suffix(Self.most))
            }
        }
    }

    /// Nothing more will come.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// - Parameter patience: after which it is taken as it is.
    func waitUntilClosed(_ patience: Duration) async {
        let alarm = Task {
            try await Task.sleep(for: patience)
            close()
        }
        await withCheckedContinuation { continuation in
            let isClosed = state.withLock { state in
                if !state.isClosed { state.waiting.append(continuation) }
                return state.isClosed
            }
            if isClosed { continuation.resume() }
        }
        alarm.cancel()
    }

    /// - Parameter secrets: are not shown.
    func text(without secrets: [String]) -> String {
        let (beginning, end, leftOut) = state.withLock { ($0.beginning, $0.end, $0.leftOut) }
        let gap = leftOut > 0 ? "\n… \(leftOut) bytes are left out …\n" : ""
        let text = String(decoding: beginning, as: UTF8.self) + gap + String(decoding: end, as: UTF8.self)
        return secrets.reduce(text) { $0.replacing($1, with: "…") }
    }

    /// `; its last words: …`, or nothing.
    func lastWords(without secrets: [String]) -> String {
        let lines = text(without: secrets).split(whereSeparator: \.isNewline).suffix(3).map {
            ServerMessage.line(String($0))
        }
        return lines.isEmpty ? "" : "; its last words: \(lines.joined(separator: " | "))"
    }
}
