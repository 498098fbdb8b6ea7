import Foundation
import Testing

/// A headless browser, where the machine has one.
enum Chromium {
    private static let executable = [
        ProcessInfo.processInfo.environment["SECUCOGEN_CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ].compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }

    static let isInstalled = executable != nil
    static let reason: Comment = "no Chromium; install the Debian package chromium or name one in SECUCOGEN_CHROMIUM"

    struct Page {
        /// The document after scripts have run.
        var dom: String
        /// What the page wrote to the console, refused requests and policy violations included.
        var console: [String]
    }

    static func open(_ html: String) throws -> Page {
        let folder = FileManager.default.temporaryDirectory.appending(path: "secucogen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, log) = (folder.appending(path: "page.html"), folder.appending(path: "log"))
        try html.write(to: file, atomically: true, encoding: .utf8)
        try Data().write(to: log)
        let process = Process()
        process.executableURL = URL(filePath: try #require(executable))
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--virtual-time-budget=2000",
            "--user-data-dir=\(folder.appending(path: "profile").path)", "--dump-dom", file.absoluteString,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        let dom = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0 && !dom.isEmpty, "Chromium did not open the page")
        let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map(String.init)
        return Page(dom: dom, console: lines.filter { $0.contains("CONSOLE") })
    }
}
