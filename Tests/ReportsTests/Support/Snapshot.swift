import Foundation
import Testing

/// Compares text with the file of that name in `Snapshots/`; `SECUCOGEN_RECORD=1` writes the file instead.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = testFolder.appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["SECUCOGEN_RECORD"] == "1" {
        try text.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    let recorded = try #require(
        try? String(contentsOf: file, encoding: .utf8),
        "Snapshots/\(name) is missing; record it with SECUCOGEN_RECORD=1", sourceLocation: sourceLocation)
    #expect(text == recorded, "differs from Snapshots/\(name)", sourceLocation: sourceLocation)
}

let testFolder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent()

let repositoryFolder = testFolder.deletingLastPathComponent().deletingLastPathComponent()
