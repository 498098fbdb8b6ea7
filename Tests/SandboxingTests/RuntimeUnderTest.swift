internal import Foundation
internal import Sandboxing

/// The runtime of this checkout.
enum RuntimeUnderTest {
    static let root: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func folder() throws -> RuntimeFolder {
        let path = root.path(percentEncoded: false)
        return try RuntimeFolder(runtime: "\(path)Runtime", python: "\(path).tools/python")
    }
}
