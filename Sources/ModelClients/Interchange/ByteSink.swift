internal import EvaluationCore
internal import Foundation

/// Writes a file piece by piece; one whose name ends in `.gz` is packed on the way by the `gzip` tool.
enum ByteSink {
    /// - Throws: `UserError` when the path cannot be written, and what `body` throws.
    static func writing(to path: String, _ body: ((Data) throws -> Void) throws -> Void) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw unwritable(path) }
        defer { try? file.close() }
        guard path.hasSuffix(".gz") else {
            try body { try file.write(contentsOf: $0) }
            return
        }
        let gzip = Process()
        let pipe = Pipe()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // Without name and time the same answers give the same file.
        gzip.arguments = ["gzip", "--no-name", "--stdout"]
        gzip.standardInput = pipe
        gzip.standardOutput = file
        try gzip.run()
        try body { try pipe.fileHandleForWriting.write(contentsOf: $0) }
        try pipe.fileHandleForWriting.close()
        gzip.waitUntilExit()
        guard gzip.terminationStatus == 0 else { throw unwritable(path) }
    }

    static func unwritable(_ path: String) -> UserError {
        UserError("'\(path)' cannot be written", remedy: "choose a path in a folder that exists and is yours")
    }
}
