public import Foundation
public import Testing

/// Compares text with the file of that name in the `Snapshots` folder beside the calling test's folder tree;
/// `SECUCOGEN_RECORD=1` writes the file instead.
public func expectSnapshot(
    _ text: String, _ name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = testFolder(of: filePath).appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["SECUCOGEN_RECORD"] == "1" {
        try text.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    let recorded = try #require(
        try? String(contentsOf: file, encoding: .utf8),
        "Snapshots/\(name) is missing; record it with SECUCOGEN_RECORD=1", sourceLocation: sourceLocation)
    #expect(text == recorded, "differs from Snapshots/\(name)", sourceLocation: sourceLocation)
}

/// The repository, found from the place of this file.
public let repositoryFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// `Tests/<Module>Tests` of a file below it.
private func testFolder(of path: String) -> URL {
    let tests = repositoryFolder.appending(path: "Tests")
    let below = URL(filePath: path).pathComponents.dropFirst(tests.pathComponents.count)
    return tests.appending(path: below.first ?? "")
}
