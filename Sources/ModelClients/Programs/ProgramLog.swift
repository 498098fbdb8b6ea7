internal import Foundation
internal import Synchronization

/// What a program writes beside its answers: its last lines for messages, and all of it, up to a limit, in a file.
final class ProgramLog: Sendable {
    /// Bytes of the file.
    private static let most = 16 << 20
    private static let shown = 3

    private struct State {
        var handle: FileHandle?
        var written = 0
        var lines: [String] = []
    }

    private let url: URL?
    private let state = Mutex(State())

    /// - Parameter url: nil keeps the last lines alone.
    init(_ url: URL?) { self.url = url }

    deinit { try? state.withLock { $0.handle }?.close() }

    func write(_ data: Data) {
        state.withLock { state in
            let text = String(decoding: data.suffix(1 << 11), as: UTF8.self)
            state.lines =
                (state.lines + text.split(whereSeparator: \.isNewline).suffix(Self.shown).map { String($0.prefix(300)) })
                .suffix(Self.shown)
            guard let url, state.written < Self.most else { return }
            if state.handle == nil {
                if !FileManager.default.fileExists(atPath: url.path) {
                    _ = FileManager.default.createFile(atPath: url.path, contents: nil)
                }
                state.handle = FileHandle(forWritingAtPath: url.path)
                _ = try? state.handle?.seekToEnd()
            }
            let part = data.prefix(Self.most - state.written)
            state.written += part.count
            try? state.handle?.write(contentsOf: part)
            if state.written == Self.most {
                try? state.handle?.write(contentsOf: Data("\n(what came after this is left out)\n".utf8))
            }
        }
    }

    /// `; its last words: …`, or nothing.
    var lastWords: String {
        let lines = state.withLock { $0.lines }
        return lines.isEmpty ? "" : "; its last words: \(lines.joined(separator: " | "))"
    }
}
