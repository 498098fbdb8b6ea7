import Foundation

/// The folder that `secucogen setup` fills: `SECUCOGEN_TOOLS`; in a clone `.tools`; otherwise in the user's cache, as an
/// installation may be read-only and shared.
struct ToolsFolder {
    let url: URL

    init(beside home: URL, environment: [String: String] = ProcessInfo.processInfo.environment) {
        let ofClone = home.appending(path: ".tools", directoryHint: .isDirectory)
        if let named = environment["SECUCOGEN_TOOLS"], !named.isEmpty {
            url = URL(filePath: named, directoryHint: .isDirectory).standardizedFileURL
        } else if FileManager.default.fileExists(atPath: ofClone.path) {
            url = ofClone
        } else {
            url = UserFolders(environment: environment).cache
                .appending(path: "secucogen", directoryHint: .isDirectory)
        }
    }
}
