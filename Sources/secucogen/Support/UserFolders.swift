import Foundation

/// The user's own folders, by the XDG Base Directory Specification (https://specifications.freedesktop.org/basedir-spec/).
struct UserFolders {
    private let environment: [String: String]

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
    }

    var cache: URL { folder("XDG_CACHE_HOME", ".cache") }
    var data: URL { folder("XDG_DATA_HOME", ".local/share") }
    var configuration: URL { folder("XDG_CONFIG_HOME", ".config") }

    /// As the specification wants, a relative path counts as none.
    private func folder(_ variable: String, _ standard: String) -> URL {
        if let named = environment[variable], named.hasPrefix("/") { return directory(named) }
        return home.appending(path: standard, directoryHint: .isDirectory)
    }

    private var home: URL {
        if let named = environment["HOME"], named.hasPrefix("/") { return directory(named) }
        return FileManager.default.homeDirectoryForCurrentUser
    }

    private func directory(_ path: String) -> URL {
        URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
    }
}
