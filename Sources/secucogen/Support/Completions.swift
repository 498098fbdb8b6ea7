import ArgumentParser
import Foundation
import Reports

/// What a shell offers after an option: what this installation has, asked when the key is pressed.
extension CompletionKind {
    static let samples = installed { home in types(in: home).flatMap { names(in: home, "Dataset/Samples/\($0)") } }
    static let types = installed { types(in: $0) }
    static let tables = CompletionKind.list(builtInTables.map(\.id))
    static let runFiles = CompletionKind.file(extensions: ["run"])

    /// Providers, and whole names where they are known.
    static let models = installed { home in
        let local = DoctorReport.localModels(in: home)
        return ["control/secure", "control/insecure", "control/refuse", "control/none"] + local
            + ["anthropic/", "gguf:", "openai-compatible/", "openai/", "replay:"]
    }

    /// Nothing where secucogen's own folder is not found: a shell has no place for an error.
    private static func installed(_ words: @escaping @Sendable (Home) -> [String]) -> CompletionKind {
        .custom { _, _, prefix in
            guard let home = try? Home.find(nil) else { return [] }
            return words(home).filter { $0.hasPrefix(prefix) }
        }
    }

    private static func types(in home: Home) -> [String] { names(in: home, "Dataset/Samples") }

    private static func names(in home: Home, _ folder: String) -> [String] {
        let path = home.folder.appending(path: folder).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }
            .sorted()
    }
}
