import Foundation

/// The folder that `secucogen setup` fills: `SECUCOGEN_TOOLS`; in a clone `.tools`; otherwise in the user's cache
/// (https://specifications.freedesktop.org/basedir-spec/), as an installation may be read-only and shared.
struct ToolsFolder {
    let url: URL

    init(beside home: URL, environment: [String: String] = ProcessInfo.processInfo.environment) {
        func folder(_ path: String) -> URL { URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL }
        let ofClone = home.appending(path: ".tools", directoryHint: .isDirectory)
        if let named = environment["SECUCOGEN_TOOLS"], !named.isEmpty {
            url = folder(named)
        } else if FileManager.default.fileExists(atPath: ofClone.path) {
            url = ofClone
        } else if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
            url = folder(cache).appending(path: "secucogen", directoryHint: .isDirectory)
        } else {
            url = FileManager.default.homeDirectoryForCurrentUser
                .appending(path: ".cache/secucogen", directoryHint: .isDirectory)
        }
    }
}
