import Foundation

/// The user's browser, where there is one.
enum Browser {
    /// Does nothing where no browser can be shown, or where nobody sits at the terminal.
    static func open(_ address: String) {
        #if os(macOS)
            let opener = "/usr/bin/open"
        #else
            let environment = ProcessInfo.processInfo.environment
            guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else { return }
            let opener = "/usr/bin/xdg-open"
        #endif
        guard Terminal.resultsAreShown, FileManager.default.isExecutableFile(atPath: opener) else { return }
        let process = Process()
        process.executableURL = URL(filePath: opener)
        process.arguments = [address]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try? process.run()
    }
}
