internal import EvaluationCore
internal import Foundation
internal import Synchronization

/// A llama.cpp server that this process started: on loopback, on a port that the system chose, with a key that only this
/// process knows. It ends with this process, however that ends.
final class LocalServer: Sendable {
    struct Settings: Sendable, Hashable {
        var model: String
        /// Tokens of one slot.
        var context: Int
        /// Requests that are answered at the same time.
        var slots: Int
        var threads: Int
    }

    let settings: Settings
    /// `http://127.0.0.1:40123`
    let address: String
    /// Of xllamacpp.
    let version: String
    let key: Credential
    private let child: Child

    private init(settings: Settings, ready: Ready, key: Credential, child: Child) {
        self.settings = settings
        address = ready.address
        version = ready.version
        self.key = key
        self.child = child
    }

    private struct Configuration: Encodable {
        var model: String
        var context: Int
        var slots: Int
        var threads: Int
        var batch = 512
        var key: String
    }

    private struct Ready: Decodable {
        var address: String
        var version: String
    }

    /// Starts the server and waits until the model is loaded.
    ///
    /// - Throws: `UserError` with the end of the server's log, or `CancellationError`.
    static func start(_ settings: Settings, runtime: LocalRuntime) async throws -> LocalServer {
        for (path, what) in [
            (runtime.python, "the Python of the bundled server"), (runtime.packages, "the bundled server"),
            (runtime.launcher, "the server's launcher"),
        ] where !FileManager.default.fileExists(atPath: path) {
            throw UserError("\(what) is missing: '\(path)'", remedy: "run 'secucogen setup --model'")
        }
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<4).map { _ in String(generator.next(), radix: 36) }.joined()
        let child = try Child(
            executable: runtime.python, arguments: ["-B", runtime.launcher],
            environment: [
                "PYTHONPATH": runtime.packages, "LD_LIBRARY_PATH": runtime.pythonLibraries, "HOME": "/nonexistent",
                "LC_ALL": "C.UTF-8",
            ])
        let configuration = try JSONEncoder().encode(
            Configuration(
                model: settings.model, context: settings.context, slots: settings.slots, threads: settings.threads,
                key: secret))
        do {
            let line = try await withTaskCancellationHandler {
                try await child.exchange(configuration + Data("\n".utf8))
            } onCancel: {
                child.kill()
            }
            try Task.checkCancellation()
            guard let line, let ready = try? JSONDecoder().decode(Ready.self, from: line) else {
                throw UserError(
                    "the local model server did not start with '\(settings.model)'; its last words: \(child.lastWords)",
                    remedy: "run 'secucogen doctor', or try another GGUF file")
            }
            return LocalServer(
                settings: settings, ready: ready, key: try Credential(secret, origin: "the local server's key"),
                child: child)
        } catch {
            await child.end()
            throw error
        }
    }

    func stop() async { await child.end() }
    var processIdentifier: Int32 { child.processIdentifier }
    var lastWords: String { child.lastWords }
}
